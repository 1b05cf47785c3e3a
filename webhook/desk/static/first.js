// The one-time code may stand behind the # of the link: that part never reaches a server log.
(function () {
  "use strict";
  var field = document.querySelector("[name=code]");
  if (field && !field.value && location.hash.length > 1) {
    field.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
    var next = document.querySelector("[name=password]");
    if (next) next.focus();
  }
})();
