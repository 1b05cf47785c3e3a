// The queue lives: the server rings, the page fetches the rows anew, a new ticket is heard and seen.
(function () {
  "use strict";
  var desk = window.desk, $ = desk.$;
  var board = $("#papan"), title = document.title.replace(/^\(\d+\) /, "");
  if (!board || !window.EventSource) return;

  // --- sound: browsers play only after a click, so the control says which way it stands ---
  var button = $("[data-sound]"), audio = new Audio(board.dataset.soundUrl), on = false;
  function wanted() { try { return localStorage.getItem("bunyi") === "1"; } catch (e) { return false; } }
  function remember(value) { try { localStorage.setItem("bunyi", value ? "1" : "0"); } catch (e) { /* this page only */ } }
  function show() {
    button.hidden = false;
    button.classList.toggle("off", !on);
    button.setAttribute("aria-pressed", on ? "true" : "false");
    button.textContent = on ? "Bunyi aktif" : "Aktifkan bunyi";
  }
  function ring() { if (on) { audio.currentTime = 0; audio.play().catch(function () { on = false; show(); }); } }
  function enable(audible) {
    audio.volume = audible ? 1 : 0;
    return audio.play().then(function () { on = true; show(); audio.volume = 1; }, function () { on = false; show(); });
  }
  button.addEventListener("click", function () {
    if (on) { on = false; remember(false); show(); return; }
    remember(true);
    enable(true);
  });
  // it was on before the page was loaded: the first touch brings it back, without a noise
  if (wanted()) document.addEventListener("pointerdown", function (e) { if (!on && e.target !== button) enable(false); }, { once: true });
  show();

  // --- the list ---
  function marks() {
    var seen = {};
    board.querySelectorAll("[data-row]").forEach(function (row) { seen[row.dataset.row] = row.dataset.stamp; });
    return seen;
  }
  function badge() {
    var open = Number(($("[data-unconfirmed]") || { dataset: {} }).dataset.unconfirmed || 0);
    document.title = (open ? "(" + open + ") " : "") + title;
  }
  var known = marks(), busy = false, again = false, state = $("[data-state]");
  function tell(text, bad) { state.textContent = text; state.classList.toggle("wait", !!bad); }

  function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    fetch(board.dataset.url, { headers: { "X-Desk": "live" }, credentials: "same-origin" }).then(function (answer) {
      if (answer.status === 401) { location.reload(); throw new Error("signed out"); }
      if (!answer.ok) throw new Error("no rows");
      return answer.text();
    }).then(function (html) {
      var focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.row : "";
      board.innerHTML = html;
      if (focused) { var row = board.querySelector('[data-row="' + CSS.escape(focused) + '"]'); if (row) row.focus(); }
      var now = marks(), news = 0;
      Object.keys(now).forEach(function (code) {
        if (known[code] === now[code]) return;
        var row = board.querySelector('[data-row="' + CSS.escape(code) + '"]');
        row.classList.add("arrived");
        // an officer's own act changes a row too; only what asks for somebody is heard
        if (!(code in known) || row.dataset.calls === "1") news += 1;
      });
      known = now;
      badge();
      desk.tick();
      if (news) ring();
      tell("Langsung");
    }).catch(function () { tell("Terputus, mencoba lagi", true); }).then(function () {
      busy = false;
      if (again) { again = false; refresh(); }
    });
  }

  var source = new EventSource(board.dataset.live);
  source.addEventListener("ring", refresh);
  source.onopen = function () { tell("Langsung"); refresh(); };
  source.onerror = function () { tell("Terputus, mencoba lagi", true); };
  document.addEventListener("visibilitychange", function () { if (!document.hidden) refresh(); });
  setInterval(refresh, 60000);
  // an emergency that nobody took keeps asking
  setInterval(function () { if (board.querySelector(".row.unconfirmed.emergency")) ring(); }, 30000);
  badge();
  window.addEventListener("pagehide", function () { source.close(); });
})();
