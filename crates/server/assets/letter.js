/* Everything works without this file; it spares keystrokes. */
(function () {
  "use strict";
  var errors = document.getElementById("errors");
  if (errors) { errors.focus(); }

  var areas = document.querySelectorAll("textarea[data-most]");
  for (var i = 0; i < areas.length; i++) { count(areas[i]); }

  function count(area) {
    var most = Number(area.getAttribute("data-most"));
    var words = area.getAttribute("data-left");
    var digits = window.Intl ? new Intl.NumberFormat(document.documentElement.lang) : null;
    var line = document.createElement("span");
    line.className = "left";
    line.setAttribute("aria-hidden", "true");
    area.parentNode.appendChild(line);
    function show() {
      var left = most - Array.from(area.value).length;
      line.textContent = (digits ? digits.format(left) : left) + " " + words;
      line.style.fontWeight = left < 0 ? "700" : "";
    }
    area.addEventListener("input", show);
    show();
  }
})();
