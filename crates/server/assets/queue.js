/* Decides by keyboard about what waits. The form does the same without this file. Keys are heard
   while the focus is in the queue alone (WCAG 2.2, 2.1.4). */
(function () {
  "use strict";
  var form = document.getElementById("queue");
  if (!form || !window.fetch || !window.URLSearchParams) { return; }
  var said = document.getElementById("said");
  var keys = form.querySelector(".keys");
  var under_way = 0;
  var choosing = null;

  keys.hidden = false;
  keys.querySelector("button").addEventListener("click", function () { go(lines()[0]); });
  form.addEventListener("keydown", hear);
  /* No element has this id: a browser that finds one takes the focus away again. */
  if (location.hash === "#by-keyboard") { go(lines()[0]); }

  /* The lines that nobody has decided about. */
  function lines() {
    return Array.from(form.querySelectorAll("li[data-id]:not(.decided)"));
  }

  function go(line) {
    choosing = null;
    (line || said).focus();
  }

  function mark(line) {
    return line.querySelector("input[type=checkbox]");
  }

  function hear(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
    var line = event.target.closest("li[data-id]");
    var acts = event.target === choosing ? choose : decide;
    if (line && acts(event, line)) { event.preventDefault(); }
  }

  /* In the list of reasons, opened by its key: a number or Enter rejects, Escape goes back. The first says to choose one. */
  function choose(event, line) {
    var reason = /^[1-9]$/.test(event.key) && choosing.options[Number(event.key)];
    if (reason) { choosing.value = reason.value; }
    if (event.key === "Enter" && !choosing.value) { return true; }
    if (reason || event.key === "Enter") {
      send(chosen(line), "reject", choosing.value);
      return true;
    }
    if (event.key === "Escape") { go(line); return true; }
    return false;
  }

  function decide(event, line) {
    var name = event.target.tagName;
    if (name === "SELECT" || (event.key === " " && name !== "LI")) { return false; }
    switch (event.key) {
      case "j": step(line, 1); return true;
      case "k": step(line, -1); return true;
      case " ": mark(line).checked = !mark(line).checked; return true;
      case "o": line.querySelector(".closer").click(); return true;
      case "a": send(chosen(line), "approve", ""); return true;
      case "r":
        choosing = line.querySelector("select");
        choosing.focus();
        return true;
      case "?":
        var help = keys.querySelector("details");
        help.open = !help.open;
        if (help.open) { help.querySelector("summary").focus(); }
        return true;
      default: return false;
    }
  }

  function step(line, by) {
    var all = lines();
    var to = all[all.indexOf(line) + by];
    if (to) { go(to); }
  }

  /* What a key is about: all that are marked, or the line itself. */
  function chosen(line) {
    var marked = lines().filter(function (one) { return mark(one).checked; });
    return marked.length ? marked : [line];
  }

  function send(about, act, reason) {
    var body = new URLSearchParams();
    body.append("_form", form.elements._form.value);
    body.append("answer", "brief");
    body.append("decide", act);
    body.append("reason", reason);
    about.forEach(function (line) {
      body.append("mark-" + line.getAttribute("data-id"), "yes");
    });
    var place = lines().indexOf(about[0]);
    about.forEach(function (line) { line.classList.add("decided"); });
    var rest = lines();
    go(rest[Math.min(place, rest.length - 1)]);
    if (reason) { remember(reason); }
    under_way += 1;
    fetch(form.action, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      keepalive: true,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: body.toString()
    }).then(function (answer) {
      if (!answer.ok) { throw new Error("not decided"); }
      return answer.json();
    }).then(function (told) {
      about.forEach(function (line) { line.parentNode.removeChild(line); });
      tell(told.said);
    }, function () {
      about.forEach(function (line) { line.classList.remove("decided"); });
      tell(form.getAttribute("data-failed"));
      go(about[0]);
    }).then(function () {
      under_way -= 1;
      if (!under_way && !lines().length) { turn(); }
    });
  }

  /* The reason that was given last stands first for the next. */
  function remember(reason) {
    form.querySelectorAll("select").forEach(function (list) { list.value = reason; });
  }

  function tell(words) {
    said.hidden = false;
    said.textContent = words;
  }

  /* The next page of the queue is its first again. */
  function turn() {
    if (location.href.split("#")[0] === form.action) {
      location.hash = "by-keyboard";
      location.reload();
    } else {
      location.assign(form.action + "#by-keyboard");
    }
  }
})();
