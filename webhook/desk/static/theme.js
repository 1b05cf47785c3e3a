// Sets the chosen theme before the first paint, so that a night screen never flashes white.
(function () {
  "use strict";
  try {
    var theme = localStorage.getItem("tema");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  } catch (e) { /* storage is switched off: the system's choice stands */ }
})();
