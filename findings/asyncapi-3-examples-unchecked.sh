#!/usr/bin/env bash
# @asyncapi/parser 3.6.6 (npm).
#
# Guess: a message's example that breaks the message's own payload schema is reported, in AsyncAPI 3.0 as in 2.6.
#
# Fact: in a document of version 2.6 it is an error; the same message in a document of version 3.0 passes without a word.
#
# What to do: hold the examples of a 3.0 document against their schemas in a test of one's own.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @asyncapi/parser@3.6.6 >/dev/null
echo "node $(node --version), @asyncapi/parser $(node -p "require('@asyncapi/parser/package.json').version")"

cat >look.cjs <<'JS'
const { Parser } = require('@asyncapi/parser');

const message = {
  payload: { type: 'object', required: ['count'], properties: { count: { type: 'integer' } } },
  examples: [{ payload: { count: 'seven' } }],
};
const info = { title: 'Counts', version: '1.0.0' };
const documents = {
  '2.6.0': { asyncapi: '2.6.0', info, channels: { counts: { subscribe: { message } } } },
  '3.0.0': {
    asyncapi: '3.0.0',
    info,
    channels: { counts: { address: 'counts', messages: { counted: message } } },
    operations: { told: { action: 'send', channel: { $ref: '#/channels/counts' } } },
  },
};

(async () => {
  const found = {};
  for (const [version, document] of Object.entries(documents)) {
    const diagnostics = await new Parser().validate(document);
    found[version] = diagnostics.filter((it) => /example/i.test(`${it.code} ${it.path}`) && it.severity === 0);
    console.log(`${version}: ${found[version].map((it) => `${it.code} at ${it.path.join('/')}`).join(', ') || 'nothing about the example'}`);
  }
  if (found['2.6.0'].length === 0 || found['3.0.0'].length > 0) {
    console.log('The behaviour has changed.');
    process.exitCode = 1;
  }
})();
JS
node look.cjs
