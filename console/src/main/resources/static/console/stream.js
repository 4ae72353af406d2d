(() => {
	'use strict'
	const MOST = 100
	const page = document.getElementById('stream')
	const list = document.getElementById('stream-events')
	const state = document.getElementById('stream-state')
	const pause = document.getElementById('stream-pause')
	let waiting = []
	let paused = false
	let connection = ''

	// A live region repeats what is written to it, so only changes are
	const say = (text) => {
		if (state.textContent !== text) {
			state.textContent = text
		}
	}
	const tell = () => {
		if (connection) {
			say(paused ? page.dataset.paused : connection)
		}
	}
	const show = (html) => {
		const part = document.createElement('template')
		part.innerHTML = html
		list.prepend(part.content)
		document.getElementById('stream-empty').hidden = true
		while (list.children.length > MOST) {
			list.lastElementChild.remove()
		}
	}
	const source = new EventSource(page.dataset.live)
	source.addEventListener('shown', (event) => {
		if (paused) {
			waiting = [...waiting, event.data].slice(-MOST)
		}
		else {
			show(event.data)
		}
	})
	source.addEventListener('open', () => {
		connection = page.dataset.open
		tell()
	})
	source.addEventListener('error', () => {
		connection = source.readyState === EventSource.CLOSED ? page.dataset.closed : page.dataset.lost
		tell()
	})
	source.addEventListener('closed', () => {
		source.close()
		connection = page.dataset.closed
		tell()
	})
	pause.addEventListener('click', () => {
		paused = !paused
		pause.textContent = paused ? page.dataset.go : page.dataset.pause
		if (!paused) {
			waiting.forEach(show)
			waiting = []
		}
		tell()
	})
	document.addEventListener('click', async (event) => {
		const button = event.target.closest('[data-copy]')
		if (button) {
			await navigator.clipboard.writeText(button.dataset.copy)
			button.textContent = page.dataset.copied
		}
	})
})()
