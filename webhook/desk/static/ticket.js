// The ticket page: says when the ticket changed under one's hands, warns of loud first words.
(function () {
  "use strict";
  var desk = window.desk, $ = desk.$;
  var sheet = $("[data-ticket]");
  if (!sheet) return;

  // --- loud words: what a lock screen shows of a message sent unasked ---
  var box = $("[data-key=balas]"), warn = $("[data-loud-warning]");
  if (box && warn) {
    var words = box.dataset.loud ? box.dataset.loud.split(" ") : [];
    var check = function () {
      var head = box.value.slice(0, 40).toLowerCase();
      var hit = words.filter(function (word) { return head.indexOf(word) >= 0; });
      warn.hidden = !hit.length;
      warn.textContent = hit.length ? "Kata \"" + hit.join("\", \"") + "\" terlihat di layar terkunci. Awali dengan kalimat biasa." : "";
    };
    box.addEventListener("input", check);
    check();
  }

  // --- somebody else acted, or the citizen wrote ---
  function dirty() {
    return Array.prototype.some.call(document.querySelectorAll("textarea, input[type=text]"), function (field) {
      return field.value !== field.defaultValue;
    });
  }
  var news = $("[data-news]"), leaving = false;
  // one's own act changes the stamp too: its answer is on the way, nothing must overtake it
  document.addEventListener("submit", function (event) { if (event.target.method === "post") leaving = true; });
  function look() {
    fetch(sheet.dataset.stampUrl, { headers: { "X-Desk": "live" }, credentials: "same-origin" }).then(function (answer) {
      // locked or signed out: the story does not stay on the screen, unless somebody's words would be lost
      if (answer.status === 401) { if (dirty()) news.hidden = false; else location.reload(); return null; }
      return answer.ok ? answer.text() : null;
    }).then(function (stamp) {
      if (leaving || !stamp || stamp === sheet.dataset.stamp) return;
      if (dirty() || $("details.act[open]")) news.hidden = false;
      else location.reload();
    }).catch(function () { /* the line is down: the next ring looks again */ });
  }
  setInterval(look, 120000);
  // browsers hold six lines to one server: only the tab that is looked at keeps one, or the seventh tab would hang
  var source = null;
  function line() {
    if (source) { source.close(); source = null; }
    if (document.hidden || !window.EventSource) return;
    source = new EventSource(sheet.dataset.live);
    source.addEventListener("ring", look);
    source.onopen = look;
  }
  document.addEventListener("visibilitychange", line);
  window.addEventListener("pagehide", function () { if (source) source.close(); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) line(); });
  line();
})();
