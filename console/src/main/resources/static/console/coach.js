// The answer box of the coach: drafts, offered texts, and what to do after a lost connection.
// Without this script the forms work, each with the whole page.
(function () {
	'use strict';

	const PREFIX = 'coachflow.draft.';
	const before = new WeakMap();

	// A browser may refuse storage; then there are no drafts
	function stored(key) {
		try {
			return JSON.parse(localStorage.getItem(PREFIX + key));
		}
		catch {
			return null;
		}
	}

	function store(key, draft) {
		try {
			if (draft === null || draft.text.trim() === '') {
				localStorage.removeItem(PREFIX + key);
			}
			else {
				localStorage.setItem(PREFIX + key, JSON.stringify(draft));
			}
		}
		catch {
			// Nothing is kept
		}
	}

	function offered(box) {
		return box.form ? box.form.querySelector('[data-offered]') : null;
	}

	function count(box) {
		const shown = document.querySelector('[data-count-of="' + box.id + '"]');
		if (!shown) {
			return;
		}
		const characters = Array.from(box.value.trim()).length;
		const language = document.documentElement.lang || 'en';
		shown.textContent = shown.dataset.pattern.replace('{count}', characters.toLocaleString(language));
		shown.classList.toggle('coach-over', characters > Number(box.dataset.most));
	}

	function keep(box) {
		if (box.dataset.draft) {
			const offer = offered(box);
			store(box.dataset.draft, { text: box.value, offered: offer ? offer.value : '' });
		}
	}

	function write(box, text, offer) {
		box.value = text;
		const field = offered(box);
		if (field) {
			field.value = offer || '';
		}
		count(box);
		keep(box);
	}

	function restore(box) {
		const draft = box.dataset.draft ? stored(box.dataset.draft) : null;
		if (draft && typeof draft.text === 'string' && draft.text !== '') {
			write(box, draft.text, draft.offered);
		}
		count(box);
	}

	// A draft of an answered step is done with if it is the answer; else it can be read and copied
	function compare(answer) {
		const key = answer.dataset.answerOf;
		const draft = stored(key);
		if (!draft || typeof draft.text !== 'string') {
			return;
		}
		if (draft.text.trim() === answer.textContent.trim()) {
			store(key, null);
			return;
		}
		const other = answer.closest('li').querySelector('[data-unsent]');
		if (other) {
			other.querySelector('p').textContent = draft.text;
			other.hidden = false;
		}
	}

	function begin() {
		document.querySelectorAll('[data-accepted]').forEach((made) => {
			made.dataset.accepted.split(' ').forEach((key) => store(key, null));
		});
		document.querySelectorAll('[data-answer-of]').forEach(compare);
		document.querySelectorAll('textarea[data-most]:not([data-begun])').forEach((box) => {
			box.dataset.begun = 'true';
			restore(box);
		});
	}

	function use(form) {
		const box = document.getElementById('answer');
		if (!box) {
			return;
		}
		const undo = box.form.querySelector('[data-undo]');
		if (box.value.trim() !== '') {
			before.set(box, { text: box.value, offered: offered(box).value });
			undo.hidden = false;
		}
		write(box, form.elements.answer.value, form.elements.offeredId.value);
		box.focus();
		box.setSelectionRange(box.value.length, box.value.length);
	}

	function lost(form) {
		const notice = form.querySelector('[data-lost]');
		const send = form.querySelector('[data-send]');
		if (!notice || !send) {
			return;
		}
		// The form keeps its key, so that sending again never doubles the answer
		notice.textContent = notice.dataset.text;
		notice.hidden = false;
		if (!send.dataset.label) {
			send.dataset.label = send.textContent;
		}
		send.textContent = send.dataset.again;
	}

	function found(form) {
		const notice = form.querySelector('[data-lost]');
		const send = form.querySelector('[data-send]');
		if (notice) {
			notice.hidden = true;
			notice.textContent = '';
		}
		if (send && send.dataset.label) {
			send.textContent = send.dataset.label;
		}
	}

	document.addEventListener('input', (event) => {
		const box = event.target;
		if (!(box instanceof HTMLTextAreaElement) || !box.dataset.most) {
			return;
		}
		const offer = offered(box);
		if (offer && box.value.trim() === '') {
			offer.value = '';
		}
		count(box);
		keep(box);
	});

	document.addEventListener('submit', (event) => {
		if (event.target.matches('form[data-use]') && document.getElementById('answer')) {
			event.preventDefault();
			use(event.target);
		}
	});

	document.addEventListener('click', (event) => {
		const undo = event.target.closest('[data-undo]');
		if (undo) {
			const box = document.getElementById('answer');
			const kept = before.get(box);
			if (kept) {
				before.delete(box);
				write(box, kept.text, kept.offered);
			}
			undo.hidden = true;
			box.focus();
		}
		const discard = event.target.closest('[data-discard]');
		if (discard) {
			const turn = discard.closest('li');
			store(turn.querySelector('[data-answer-of]').dataset.answerOf, null);
			discard.closest('[data-unsent]').hidden = true;
			turn.focus();
		}
	});

	['htmx:sendError', 'htmx:timeout'].forEach((failure) => {
		document.addEventListener(failure, (event) => {
			const form = event.target.closest('form[data-answer]');
			if (form && form === event.target) {
				lost(form);
			}
		});
	});

	document.addEventListener('htmx:beforeOnLoad', (event) => {
		const accepted = event.detail.xhr.getResponseHeader('Coach-Accepted');
		if (accepted) {
			store(accepted, null);
		}
		if (event.target.matches('form[data-answer]')) {
			found(event.target);
		}
	});

	document.addEventListener('htmx:load', begin);
	if (document.readyState === 'loading') {
		document.addEventListener('DOMContentLoaded', begin);
	}
	else {
		begin();
	}
})();
