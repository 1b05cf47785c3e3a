/* The living chat: shows at once what was written, sends it exactly once, fetches what is new. ES5 on purpose. */

(function () {
  "use strict";

  var body = document.body;
  var live = JSON.parse(body.getAttribute("data-live"));
  var query = body.getAttribute("data-language") === "en" ? "b=en" : "";
  var newest = body.getAttribute("data-newest");
  var list = document.getElementById("percakapan");
  var choiceForm = document.getElementById("pilihan");
  var form = document.getElementById("kirim");
  var box = document.getElementById("tulis");
  var news = document.getElementById("kabar");
  var title = document.title;

  var queue = [];          // what is not yet kept by the hotline, oldest first
  var kept = [];           // what is kept, until the mailbox shows it
  var owed = 0;            // own messages that the mailbox showed before their answer arrived
  var isSending = false;
  var hasRetriedSession = false;
  var retryTimer = null;
  var pollTimer = null;
  var pollWait = 3000;
  var lastActivity = new Date().getTime();
  var isPolling = false;
  var mustPollAgain = false;
  var hasLeft = false;
  var PART_CHARS = 20000;  // at most three bytes a character: a part always fits the 64 KiB of one message

  function newId() {
    var hex = "", i, bytes;
    if (window.crypto && window.crypto.getRandomValues) {
      bytes = new Uint8Array(16);
      window.crypto.getRandomValues(bytes);
      for (i = 0; i < 16; i++) { hex += (bytes[i] + 256).toString(16).slice(1); }
      return hex;
    }
    for (i = 0; i < 8; i++) { hex += Math.floor((1 + Math.random()) * 65536).toString(16).slice(1); }
    return hex;
  }

  function request(method, url, data, type, done) {
    var xhr = new XMLHttpRequest();
    xhr.open(method, url, true);
    xhr.timeout = data && !type ? 600000 : 30000;
    xhr.setRequestHeader("Accept", "application/json");
    if (type) { xhr.setRequestHeader("Content-Type", type); }
    xhr.onreadystatechange = function () {
      var answer = {};
      if (xhr.readyState !== 4) { return; }
      try { answer = JSON.parse(xhr.responseText) || {}; } catch (ignore) { answer = {}; }
      done(xhr.status, answer);
    };
    xhr.send(data || null);
  }

  function make(tag, name, text) {
    var node = document.createElement(tag);
    if (name) { node.className = name; }
    if (text) { node.appendChild(document.createTextNode(text)); }
    return node;
  }

  function tell(text, button, onPress) {
    news.textContent = text;
    if (!button) { return; }
    var node = make("button", "biasa", button);
    node.type = "button";
    node.onclick = onPress;
    news.appendChild(node);
  }

  function isAtEnd() {
    return window.innerHeight + window.pageYOffset > document.documentElement.scrollHeight - 160;
  }

  function toEnd() { window.scrollTo(0, document.documentElement.scrollHeight); }

  // --- showing ---

  function bubble(speaker, parts, time) {
    var item = make("li", "pesan " + speaker), inner = make("div", "isi"), i;
    if (speaker === "officer") { item.appendChild(make("div", "siapa", live.officer)); }
    for (i = 0; i < parts.length; i++) {
      inner.appendChild(parts[i][1] ? make("b", "", parts[i][0]) : document.createTextNode(parts[i][0]));
    }
    item.appendChild(inner);
    item.appendChild(make("div", "jam", time + (speaker === "citizen" ? " \u2713" : "")));
    return item;
  }

  function showChoices(choices) {
    var buttons = choiceForm.getElementsByTagName("button"), i, button;
    while (buttons.length) { choiceForm.removeChild(buttons[0]); }
    for (i = 0; i < choices.length; i++) {
      button = make("button");
      button.type = "submit";
      button.name = "token";
      button.value = choices[i].token + " " + choices[i].title;
      button.appendChild(make("span", "angka", String(choices[i].number)));
      button.appendChild(make("span", "judul", choices[i].title));
      choiceForm.appendChild(button);
    }
  }

  function lastDay() {
    var days = list.querySelectorAll(".hari");
    return days.length ? days[days.length - 1].textContent : "";
  }

  function firstPending() {
    var waiting = kept.concat(queue);
    return waiting.length ? waiting[0].node : null;
  }

  function isNew(letter) { return !list.querySelector("[data-id='" + letter.id + "']"); }

  function showLetter(letter) {
    if (letter.speaker === "citizen") {
      if (kept.length) { list.removeChild(kept.shift().node); } else if (queue.length && queue[0].wasTried) { owed += 1; }
    }
    var item = bubble(letter.speaker, letter.parts, letter.time), before = firstPending();
    item.setAttribute("data-id", letter.id);
    if (letter.day !== lastDay()) { list.insertBefore(make("li", "hari", letter.day), before); }
    list.insertBefore(item, before);
  }

  // the newest letters may come again; choices follow from their order, all else only from what is new
  function showLetters(letters) {
    var i, letter, choices = null, hasNew = false, hasReply = false, follow = isAtEnd();
    for (i = 0; i < letters.length; i++) {
      letter = letters[i];
      newest = letter.id;
      if (letter.speaker === "citizen") { choices = []; }
      if (letter.choices.length) { choices = letter.choices; }
      if (isNew(letter)) {
        hasNew = true;
        hasReply = hasReply || letter.speaker !== "citizen";
        showLetter(letter);
      }
    }
    if (!hasNew) { return; }
    stir();
    if (choices && !queue.length) { showChoices(choices); }
    if (follow) { toEnd(); }
    if (hasReply && document.hidden) { document.title = "(1) " + title; } else { markRead(); }
  }

  function markRead() {
    document.title = title;
    request("POST", "/chat/read", JSON.stringify({ upto: newest }), "application/json", function () { return; });
  }

  // --- fetching ---

  function poll() {
    if (hasLeft) { return; }
    if (isPolling) { mustPollAgain = true; return; }
    isPolling = true;
    mustPollAgain = false;
    request("GET", "/chat/messages?after=" + newest + (query ? "&" + query : ""), null, "", function (status, answer) {
      isPolling = false;
      if (hasLeft) { return; }
      if (status === 200 && answer.letters) { showLetters(answer.letters); }
      if (mustPollAgain && status === 200) { poll(); } else { plan(); }
    });
  }

  // quick while something happens, then slower: data and battery are short
  function plan() {
    var quiet = new Date().getTime() - lastActivity;
    pollWait = quiet < 60000 ? 3000 : quiet < 600000 ? 15000 : 30000;
    if (document.hidden) { pollWait = 30000; }
    window.clearTimeout(pollTimer);
    pollTimer = window.setTimeout(poll, pollWait);
  }

  function stir() { lastActivity = new Date().getTime(); }

  function pollNow() { stir(); window.clearTimeout(pollTimer); poll(); }

  // --- sending ---

  function enqueue(parts, payload) {
    var item = { id: newId(), payload: payload, node: bubble("citizen menunggu", parts, live.sending) };
    payload.id = item.id;
    payload.b = body.getAttribute("data-language");
    queue.push(item);
    list.appendChild(item.node);
    showChoices([]);
    tell("");
    stir();
    toEnd();
    pump();
  }

  function mark(item, state, text) {
    item.node.className = "pesan citizen" + (state ? " " + state : "");
    item.node.querySelector(".jam").textContent = text;
  }

  function pump() {
    if (isSending || !queue.length || hasLeft) { return; }
    isSending = true;
    window.clearTimeout(retryTimer);
    var item = queue[0];
    item.wasTried = true;
    function done(status, answer) {
      isSending = false;
      if (!hasLeft) { settle(item, status, answer); }
    }
    if (item.payload.file) {
      request("POST", "/chat/files", fileForm(item.payload), "", done);
    } else {
      request("POST", "/chat/messages", JSON.stringify(item.payload), "application/json", done);
    }
  }

  function fileForm(payload) {
    var data = new FormData();
    data.append("id", payload.id);
    data.append("b", payload.b);
    data.append("seconds", String(payload.seconds || 0));
    data.append(payload.kind, payload.file, payload.kind);
    return data;
  }

  function settle(item, status, answer) {
    if (status === 200 || answer.taken) {
      queue.shift();
      if (owed) {
        owed -= 1;
        list.removeChild(item.node);
      } else {
        kept.push(item);
        mark(item, "", live.sent);
      }
      tell(answer.cut ? live.cut : answer.error ? answer.text : "");
      pollNow();
      pump();
    } else if (status === 401 && answer.error === "no_session" && !hasRetriedSession) {
      hasRetriedSession = true;
      pump();
    } else if (status === 401) {
      mark(item, "gagal", live.not_taken);
      tell(live.no_cookie);
    } else if (status === 413 || status === 415 || status === 422 || status === 403) {
      queue.shift();
      mark(item, "gagal", live.not_taken);
      tell(answer.text || live.not_taken);
      pump();
    } else {
      tryLater(item, status);
    }
  }

  function tryLater(item, status) {
    item.tries = (item.tries || 0) + 1;
    mark(item, "menunggu", live.sending);
    tell(status === 503 ? live.busy : navigator.onLine === false ? live.offline : live.waiting, live.again, pump);
    retryTimer = window.setTimeout(pump, Math.min(30000, 1000 * Math.pow(2, item.tries)));
  }

  function sendText(text) {
    var end;
    while (text.length > PART_CHARS) {
      end = PART_CHARS;
      // never between the two halves of one emoji
      if (text.charCodeAt(end - 1) >= 0xd800 && text.charCodeAt(end - 1) <= 0xdbff) { end -= 1; }
      enqueue([[text.slice(0, end), false]], { text: text.slice(0, end) });
      text = text.slice(end);
    }
    enqueue([[text, false]], { text: text });
  }

  function grow() {
    box.style.height = "48px";
    box.style.height = Math.min(144, Math.max(48, box.scrollHeight + 2)) + "px";
  }

  form.onsubmit = function () {
    var text = box.value;
    if (/\S/.test(text)) {
      box.value = "";
      grow();
      sendText(text);
    }
    box.focus();
    return false;
  };

  box.oninput = grow;
  box.onkeydown = function (event) {
    var isPhone = "ontouchstart" in window;
    if (event.keyCode === 13 && !event.shiftKey && !isPhone && !event.isComposing) {
      form.onsubmit();
      return false;
    }
    return true;
  };

  choiceForm.onsubmit = function () { return false; };
  choiceForm.onclick = function (event) {
    var node = event.target, cut;
    while (node && node !== choiceForm && node.tagName !== "BUTTON") { node = node.parentNode; }
    if (!node || node === choiceForm) { return true; }
    cut = node.value.indexOf(" ");
    enqueue([[node.value.slice(cut + 1), false]], { token: node.value.slice(0, cut), text: node.value.slice(cut + 1) });
    return false;
  };

  // --- leaving in a hurry ---

  function leave() {
    hasLeft = true;
    queue = [];
    kept = [];
    document.title = "Resep plecing kangkung";
    body.innerHTML = "";
    if (!(navigator.sendBeacon && navigator.sendBeacon("/chat/leave"))) {
      request("POST", "/chat/leave", null, "", function () { return; });
    }
    window.location.replace("/resep");
  }

  var lastEscape = 0;
  document.getElementById("pergi").onsubmit = function () { leave(); return false; };
  document.onkeydown = function (event) {
    var now = new Date().getTime();
    if (event.keyCode !== 27) { return; }
    if (now - lastEscape < 1500) { leave(); }
    lastEscape = now;
  };

  // a page brought back from the browser's memory must not show what was left behind
  window.onpageshow = function (event) { if (event.persisted) { window.location.reload(); } };
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) { markRead(); pollNow(); pump(); }
  });
  window.addEventListener("online", pump);

  window.Catatan = { live: live, enqueue: enqueue, tell: tell };
  body.className += " js";
  grow();
  toEnd();
  if (newest === "0") { poll(); } else { plan(); }
}());
