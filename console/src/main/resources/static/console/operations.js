'use strict';

(() => {
	const CHANGED = 'operations-changed';
	const pause = document.getElementById('operations-pause');
	const news = document.getElementById('operations-news');
	const said = new Map();
	const scrolled = new Map();
	let opener = null;

	if (pause) {
		pause.closest('label').hidden = false;
	}

	// A tab that nobody sees asks for nothing, nor does one that was told to pause
	document.body.addEventListener('htmx:beforeRequest', (event) => {
		if (!event.detail.elt.hasAttribute('data-poll')) {
			return;
		}
		const cause = event.detail.requestConfig?.triggeringEvent?.type;
		if (document.hidden || (pause?.checked && cause !== CHANGED)) {
			event.preventDefault();
		}
	});

	document.addEventListener('visibilitychange', () => {
		if (!document.hidden && !pause?.checked) {
			document.body.dispatchEvent(new CustomEvent(CHANGED));
		}
	});

	document.addEventListener('click', (event) => {
		const button = event.target.closest('[data-ask]');
		if (button) {
			opener = button.id;
		}
	});

	document.body.addEventListener('htmx:beforeSwap', (event) => {
		for (const box of event.detail.target.querySelectorAll('.operations-scroll')) {
			scrolled.set(box.id, box.scrollLeft);
		}
	});

	document.body.addEventListener('htmx:afterSwap', (event) => {
		for (const [id, left] of scrolled) {
			const box = document.getElementById(id);
			if (box) {
				box.scrollLeft = left;
			}
		}
		if (event.detail.target.id === 'question') {
			answered(event.detail.target);
		} else {
			tell();
		}
	});

	// Back to the button that asked, or to its part of the page if the button is gone
	function answered(question) {
		if (question.childElementCount === 0) {
			(document.getElementById(opener ?? '') ?? document.getElementById('projections-table'))?.focus();
		}
	}

	// Says what changed, and nothing while all stays as it is
	function tell() {
		const changed = [];
		for (const part of document.querySelectorAll('[data-news]')) {
			const place = part.closest('section').id;
			const text = part.textContent.trim().replace(/\s+/g, ' ');
			if (said.has(place) && said.get(place) !== text) {
				changed.push(text);
			}
			said.set(place, text);
		}
		if (news && changed.length > 0) {
			news.textContent = changed.join(' ');
		}
	}

	tell();
})();
