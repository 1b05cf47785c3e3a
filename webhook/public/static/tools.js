/* Photo, voice note and location: each becomes one message of the chat. ES5 on purpose. */

(function () {
  "use strict";

  var chat = window.Catatan;
  var live = chat.live;
  var MIB = 1024 * 1024;
  var LONGEST_S = 600;
  var recorder = null, pieces = [], stream = null, began = 0, ticker = null, isDropped = false;

  function byId(id) { return document.getElementById(id); }

  function size(file) {
    return file.size < MIB ? Math.ceil(file.size / 1024) + " KB" : (file.size / MIB).toFixed(1).replace(".", ",") + " MB";
  }

  function sendFile(kind, file, seconds) {
    if (!window.FormData) { return false; }
    if (file.size > (kind === "photo" ? 20 : 25) * MIB) {
      chat.tell(live.too_big);
      return true;
    }
    var label = live.kinds[kind] + (seconds ? ", " + clock(seconds) : ", " + size(file));
    chat.enqueue([[label, false]], { kind: kind, file: file, seconds: seconds });
    return true;
  }

  function watch(input, kind) {
    input.onchange = function () {
      var i;
      for (i = 0; i < input.files.length; i++) {
        // a browser too old for this sends the plain form instead
        if (!sendFile(kind, input.files[i], 0)) { byId("kirim").submit(); return; }
      }
      input.value = "";
    };
  }

  // --- voice ---

  function clock(seconds) {
    var rest = seconds % 60;
    return Math.floor(seconds / 60) + "." + (rest < 10 ? "0" : "") + rest;
  }

  function seconds() { return Math.round((new Date().getTime() - began) / 1000); }

  function tick() {
    byId("lama").textContent = clock(seconds());
    if (seconds() >= LONGEST_S) { recorder.stop(); }
  }

  function show(isRecording) {
    byId("merekam").hidden = !isRecording;
    byId("alat").hidden = isRecording;
  }

  function finish() {
    var length = Math.max(1, seconds()), tracks = stream.getTracks(), i;
    window.clearInterval(ticker);
    for (i = 0; i < tracks.length; i++) { tracks[i].stop(); }
    show(false);
    if (!isDropped && pieces.length) {
      sendFile("voice", new Blob(pieces, { type: recorder.mimeType || "audio/webm" }), length);
    }
    recorder = null;
  }

  function record(opened) {
    stream = opened;
    pieces = [];
    isDropped = false;
    recorder = new window.MediaRecorder(stream);
    recorder.ondataavailable = function (event) { if (event.data.size) { pieces.push(event.data); } };
    recorder.onstop = finish;
    recorder.start(1000);
    began = new Date().getTime();
    ticker = window.setInterval(tick, 500);
    tick();
    show(true);
  }

  function withoutMicrophone() {
    chat.tell(live.no_microphone);
    byId("suara").className += " tak-ada";
    byId("label-suara").className = "berkas";
  }

  function setUpVoice() {
    byId("lama").setAttribute("aria-label", live.recording);
    var canRecord = window.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia;
    byId(canRecord ? "label-suara" : "suara").className += " tak-ada";
    byId("suara").onclick = function () {
      navigator.mediaDevices.getUserMedia({ audio: true }).then(record, withoutMicrophone);
    };
    byId("selesai-rekam").onclick = function () { if (recorder) { recorder.stop(); } };
    byId("batal-rekam").onclick = function () { isDropped = true; if (recorder) { recorder.stop(); } };
  }

  // --- location ---

  function found(position) {
    var lat = position.coords.latitude, lon = position.coords.longitude;
    chat.enqueue(
      [[live.kinds.location + " " + lat.toFixed(5) + ", " + lon.toFixed(5), false]],
      { location: { lat: lat, lon: lon } }
    );
  }

  function setUpLocation() {
    var button = byId("lokasi");
    if (!navigator.geolocation || window.isSecureContext === false) {
      button.className += " tak-ada";
      return;
    }
    button.onclick = function () {
      chat.tell(live.finding);
      navigator.geolocation.getCurrentPosition(found, function () { chat.tell(live.no_location); },
        { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 });
    };
  }

  watch(byId("foto"), "photo");
  watch(byId("rekaman"), "voice");
  setUpVoice();
  setUpLocation();
}());
