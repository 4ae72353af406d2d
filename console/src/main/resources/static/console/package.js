// Counts the parts that are ready while the agents work, and tells when all have ended.
(() => {
  'use strict';

  let following = false;

  const settle = () => {
    const root = document.getElementById('package');
    if (!root) {
      return;
    }
    if (root.dataset.live) {
      following = true;
      return;
    }
    if (following && root.dataset.ready) {
      following = false;
      const notice = document.getElementById('notice');
      if (notice) {
        notice.textContent = root.dataset.ready;
      }
    }
  };

  const count = () => {
    const root = document.getElementById('package');
    const words = document.getElementById('package-progress');
    const bar = root ? root.querySelector('.package-progress progress') : null;
    if (!root || !words || !bar) {
      return;
    }
    const ready = root.querySelectorAll('.agent[data-state="succeeded"]').length;
    bar.value = ready;
    const text = words.dataset.words.replace('#', String(ready));
    if (words.textContent !== text) {
      words.textContent = text;
    }
  };

  const refresh = () => {
    count();
    settle();
  };

  document.addEventListener('htmx:afterSettle', refresh);
  document.addEventListener('htmx:sseMessage', refresh);
  refresh();
})();
