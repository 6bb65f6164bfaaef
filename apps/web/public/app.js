// Small comforts on top of pages that work without them.
(function () {
  'use strict';
  var summary = document.getElementById('problem-summary');
  if (summary) summary.focus();
  document.addEventListener('submit', function (event) {
    var button = event.submitter;
    if (!button || event.defaultPrevented) return;
    // The guard on the server makes a second copy harmless; this only tells the eye that the first one is on its way.
    window.setTimeout(function () {
      button.setAttribute('aria-disabled', 'true');
      button.classList.add('is-sent');
    }, 0);
  });
})();
