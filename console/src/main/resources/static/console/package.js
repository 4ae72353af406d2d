// Counts the parts that are ready while the agents work, tells when all have ended, and
// keeps what was begun in the form when the page below it is made anew.
(() => {
  'use strict';

  const page = () => document.getElementById('package');

  const boxes = () => Array.from(page().querySelectorAll('input[name="agents"]'));

  let following = false;
  let begun = null;

  const keep = (event) => {
    const request = event.detail.requestConfig;
    if (!page() || event.target !== page() || !request || request.verb !== 'get') {
      return;
    }
    const wish = document.getElementById('wish');
    const touched = boxes().some((box) => box.checked !== box.defaultChecked);
    begun = {
      wish: wish ? wish.value : '',
      agents: touched ? boxes().filter((box) => box.checked).map((box) => box.value) : null
    };
  };

  const restore = () => {
    if (!begun) {
      return;
    }
    const wish = document.getElementById('wish');
    if (wish && begun.wish) {
      wish.value = begun.wish;
    }
    if (begun.agents) {
      for (const box of boxes()) {
        box.checked = begun.agents.includes(box.value);
      }
    }
    begun = null;
  };

  const count = () => {
    const words = document.getElementById('package-progress');
    const bar = page().querySelector('.package-progress progress');
    if (!words || !bar) {
      return;
    }
    const ready = page().querySelectorAll('.agent[data-state="succeeded"]').length;
    const text = words.dataset.words.replace('#', String(ready));
    bar.value = ready;
    if (words.textContent !== text) {
      words.textContent = text;
    }
  };

  const tell = () => {
    if (page().dataset.live) {
      following = true;
      return;
    }
    const notice = document.getElementById('notice');
    if (following && notice && page().dataset.ready) {
      notice.textContent = page().dataset.ready;
    }
    following = false;
  };

  const refresh = () => {
    if (page()) {
      restore();
      count();
      tell();
    }
  };

  document.addEventListener('htmx:beforeSwap', keep);
  document.addEventListener('htmx:afterSettle', refresh);
  document.addEventListener('htmx:sseMessage', refresh);
  refresh();
})();
