#!/usr/bin/env bash
# @microsoft/fetch-event-source 2.0.1 (npm), beside eventsource 4.1.1, which does as the HTML standard says.
#
# Guess: it reads server-sent events as the HTML standard has them; only the request is another.
#
# Fact, in three places:
# 1. Each blank line is an event to it, with empty data where none came before: a block of its own for "retry:", a comment
#    with a blank line behind it, an id alone. A handler that parses the data as JSON throws, and with that the client
#    connects anew, for ever where the stream begins with "retry:".
# 2. An id counts as soon as its line is read, not with the event's end: a connection that breaks off between an event's
#    id and its data is resumed behind an event that nobody was told. The standard's reader asks for it again.
# 3. A response that ends well is the end: it does not come back by itself, as EventSource does.
#
# What to do as a server: no blank line but at the end of an event that has data; "retry:" without one, a line of the first
# event's; heartbeats with one line break; "id:" last in its block. As a client: throw in onclose to come back.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @microsoft/fetch-event-source@2.0.1 eventsource@4.1.1 >/dev/null
echo "node $(node --version), fetch-event-source $(node -p "require('@microsoft/fetch-event-source/package.json').version"), eventsource $(node -p "require('eventsource/package.json').version")"

cat >look.mjs <<'JS'
import http from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// It was written for browsers
globalThis.document = { hidden: false, addEventListener() {}, removeEventListener() {} };
globalThis.window = globalThis;
const { fetchEventSource } = require('@microsoft/fetch-event-source');
const { EventSource } = await import('eventsource');

/** Serves each connection the next of the texts, the last one again and again, and notes what it was asked for. */
async function serving(texts, body) {
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push(request.headers['last-event-id'] ?? '');
    const text = texts[Math.min(asked.length, texts.length) - 1];
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(text.replace(/<cut>$/, ''));
    // Cut: without the end that HTTP owes
    setTimeout(() => (text.endsWith('<cut>') ? request.socket.destroy() : response.end()), 100);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await body(`http://127.0.0.1:${server.address().port}/`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const soon = (millis) => new Promise((done) => setTimeout(done, millis));

async function byFetch(texts, millis) {
  return serving(texts, async (url, asked) => {
    const data = [];
    const stop = new AbortController();
    fetchEventSource(url, { signal: stop.signal, openWhenHidden: true, onmessage: (it) => data.push(it.data), onerror: () => 20 });
    await soon(millis);
    stop.abort();
    return { data, asked };
  });
}

async function byStandard(texts, millis) {
  return serving(texts, async (url, asked) => {
    const data = [];
    const source = new EventSource(url);
    source.onmessage = (it) => data.push(it.data);
    await soon(millis);
    source.close();
    return { data, asked };
  });
}

let changed = false;
function expect(what, found, wanted) {
  const same = JSON.stringify(found) === JSON.stringify(wanted);
  changed ||= !same;
  console.log(`${same ? 'as known' : 'CHANGED '}  ${what}: ${JSON.stringify(found)}`);
}

const blanks = ['retry: 50\n\n:\n\nid: 1\ndata: {"n":1}\n\nid: 2\n\n'];
expect('1. blank lines, fetch-event-source', (await byFetch(blanks, 400)).data, ['', '', '{"n":1}', '']);
expect('1. blank lines, the standard      ', (await byStandard(blanks, 120)).data, ['{"n":1}']);
const lines = ['retry: 50\n:\ndata: {"n":1}\nid: 1\n\nid: 2\n'];
expect('   without them, fetch-event-source', (await byFetch(lines, 400)).data, ['{"n":1}']);

const cut = ['retry: 50\nid: 1\ndata: one\n\nid: 2\ndata: tw<cut>', ': nothing more\n'];
expect('2. resumed behind, fetch-event-source', (await byFetch(cut, 1500)).asked.slice(0, 2), ['', '2']);
expect('2. resumed behind, the standard      ', (await byStandard(cut, 1500)).asked.slice(0, 2), ['', '1']);

const ended = ['retry: 50\ndata: one\nid: 1\n\n'];
expect('3. connections, fetch-event-source', (await byFetch(ended, 1000)).asked.length, 1);
expect('3. comes back, the standard       ', (await byStandard(ended, 1000)).asked.length > 1, true);
process.exit(changed ? 1 : 0);
JS
node look.mjs
