// What all pages need: the token against forged requests, the focus after a change, and what to say when the network is away
(function () {
  'use strict';

  const notice = () => document.getElementById('notice');

  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="csrf"]');
    if (token) {
      event.detail.headers['X-CSRF-TOKEN'] = token.content;
    }
  });

  document.addEventListener('htmx:afterSettle', (event) => {
    const target = event.detail.elt;
    const wanted = target.matches('[data-focus]') ? target : target.querySelector('[data-focus]');
    if (wanted) {
      if (!wanted.matches('a[href], button, input, select, textarea, [tabindex]')) {
        wanted.setAttribute('tabindex', '-1');
      }
      wanted.focus();
    }
  });

  document.addEventListener('htmx:beforeRequest', () => {
    if (notice()) {
      notice().replaceChildren();
    }
  });

  // A tab that nobody looks at asks for nothing
  document.addEventListener('htmx:confirm', (event) => {
    if (document.hidden && event.detail.triggeringEvent === undefined) {
      event.preventDefault();
    }
  });
}());
