// Shared by every desk page: theme, living clocks, keys, help.
(function () {
  "use strict";
  var doc = document;
  var $ = function (selector) { return doc.querySelector(selector); };

  // --- theme ---
  var themeButton = $("[data-theme-toggle]");
  function isDark() {
    var set = doc.documentElement.dataset.theme;
    return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  if (themeButton) {
    themeButton.hidden = false;
    var label = function () { themeButton.textContent = isDark() ? "Terang" : "Gelap"; };
    label();
    themeButton.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      doc.documentElement.dataset.theme = next;
      try { localStorage.setItem("tema", next); } catch (e) { /* lasts for this page only */ }
      label();
    });
  }

  // --- clocks: the same words as webhook/desk/clock.py ---
  function span(ms) {
    var minutes = Math.max(0, Math.floor(ms / 60000));
    if (minutes < 1) return "baru saja";
    if (minutes < 60) return minutes + " menit";
    var hours = Math.floor(minutes / 60), rest = minutes % 60;
    if (hours < 10 && rest) return hours + " jam " + rest + " menit";
    if (hours < 48) return hours + " jam";
    return Math.floor(hours / 24) + " hari";
  }
  // the server's clock decides, a phone with a wrong clock must not show a wrong age
  var drift = Date.now() - Number(doc.body.dataset.now || Date.now());
  function tick() {
    var now = Date.now() - drift;
    doc.querySelectorAll("[data-since]").forEach(function (node) {
      node.textContent = span(now - Number(node.dataset.since));
    });
    doc.querySelectorAll("[data-until]").forEach(function (node) {
      var left = Number(node.dataset.until) - now, words = span(Math.abs(left));
      if (words === "baru saja") node.textContent = "berangkat sekarang";
      else node.textContent = left > 0 ? words + " lagi" : "lewat " + words;
    });
  }
  setInterval(tick, 15000);
  window.desk = { tick: tick, $: $ };

  // --- keys ---
  function typing(target) { return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable; }
  function rows() { return Array.prototype.slice.call(doc.querySelectorAll("[data-row]")); }
  function step(by) {
    var all = rows(), at = all.indexOf(doc.activeElement);
    if (!all.length) return;
    var next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  }
  function go(selector) {
    var node = $(selector);
    if (!node) return false;
    var box = node.closest("details");
    if (box) box.open = true;
    node.focus();
    node.scrollIntoView({ block: "center" });
    return true;
  }
  var keys = {
    j: function () { step(1); return true; },
    k: function () { step(-1); return true; },
    t: function () { var b = $("[data-key=terima]"); if (b) b.click(); return !!b; },
    b: function () { return go("[data-key=balas]"); },
    c: function () { return go("[data-key=catat]"); },
    "/": function () { return go("[data-key=cari]"); },
    "?": function () { var d = $("#bantuan"); if (d) d.showModal(); return !!d; },
    q: function () { var a = $("[data-key=antrean]"); if (a) a.click(); return !!a; }
  };
  doc.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (event.ctrlKey && event.key === "Enter" && event.target.form) { event.target.form.requestSubmit(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
    var act = keys[event.key];
    if (act && act()) event.preventDefault();
  });
  doc.querySelectorAll("[data-help]").forEach(function (node) {
    node.hidden = false;
    node.addEventListener("click", keys["?"]);
  });

  // a person at work keeps the desk unlocked; what the page does by itself does not
  var told = Date.now();
  function atWork() {
    if (!doc.body.dataset.csrf || Date.now() - told < 120000) return;
    told = Date.now();
    fetch("/seen", { method: "POST", credentials: "same-origin", body: new URLSearchParams({ csrf: doc.body.dataset.csrf }) })
      .catch(function () { /* the line is down: the next touch tells it */ });
  }
  ["keydown", "pointerdown", "wheel"].forEach(function (kind) { doc.addEventListener(kind, atWork, { passive: true }); });

  // one press, one act: a second click on a slow line sends nothing
  doc.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(function () { delete form.dataset.sent; }, 8000);
  });
})();
