/* Writing: saves what is typed a few seconds later, and goes on trying where the connection is
   lost. Until it is saved it stays in the page, and leaving asks first. */
(function () {
  "use strict";
  var form = document.getElementById("write");
  var state = document.getElementById("state");
  /* Whoever is shown two wordings decides by the button. */
  if (!form || !state || !form.hasAttribute("data-autosave")) { return; }
  if (!window.fetch || !window.URLSearchParams) { return; }
  var QUIET = 2500, LONGEST = 15000, AGAIN = 5000;
  var timer = null, since = 0, typed = 0, saved = 0, sending = false, over = false;

  form.addEventListener("input", function () {
    typed += 1;
    since = since || Date.now();
    later(Math.min(QUIET, Math.max(0, since + LONGEST - Date.now())));
  });
  form.addEventListener("submit", function () { over = true; clearTimeout(timer); });
  window.addEventListener("beforeunload", function (event) {
    if (typed !== saved && !over) { event.preventDefault(); event.returnValue = ""; }
  });
  window.addEventListener("online", function () { if (typed !== saved) { later(0); } });

  function later(wait) {
    clearTimeout(timer);
    if (!over) { timer = setTimeout(send, wait); }
  }

  function say(what) {
    var words = form.getAttribute("data-" + what);
    var time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
    state.textContent = words.replace("{time}", time);
    state.setAttribute("data-state", what);
  }

  function send() {
    if (sending) { return later(QUIET); }
    sending = true;
    since = 0;
    var now = typed;
    say("waiting");
    fetch(form.getAttribute("data-autosave"), {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json" },
      body: new URLSearchParams(new FormData(form)).toString()
    }).then(function (answer) {
      sending = false;
      if (answer.ok) { return answer.json().then(function (is) { done(now, is); }); }
      if (answer.status === 409) { over = true; return say("stale"); }
      if (answer.status === 422) { return say("long"); }
      say(answer.status >= 500 ? "offline" : "out");
      later(AGAIN * (answer.status >= 500 ? 1 : 6));
    }).catch(function () {
      sending = false;
      say("offline");
      later(AGAIN);
    });
  }

  function done(now, is) {
    form.elements.revision.value = is.revision;
    saved = now;
    say("saved");
    if (typed !== saved) { later(QUIET); }
  }
})();
