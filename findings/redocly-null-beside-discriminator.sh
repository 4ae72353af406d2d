#!/usr/bin/env bash
# Redocly CLI 2.77.0, rule no-invalid-schema-examples (ajv with its keyword discriminator).
# Guess: of oneOf [a union of objects with a discriminator, null] an example that is null matches the second alone.
# Fact: it "must match exactly one schema in oneOf" and does not. Where a schema has a discriminator, its oneOf is not looked
#   at, and the discriminator says nothing of what is no object: so null is valid in the union, too, and matches twice. Each
#   half alone is right, and Spectral finds no fault in the same document.
# What to do: say `type: object` beside the union's oneOf and discriminator.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true SCARF_ANALYTICS=false
npm install --silent --no-audit --no-fund --ignore-scripts @redocly/cli@2.77.0 @stoplight/spectral-cli@6.16.3

# document TYPE: a union of two kinds, which may be null where a pet is described; TYPE stands beside its discriminator
document() {
  cat <<JSON
{
  "openapi": "3.1.0",
  "info": {"title": "Pets", "version": "1.0.0", "license": {"name": "MIT", "identifier": "MIT"}},
  "servers": [{"url": "/"}],
  "security": [],
  "paths": {"/owner": {"get": {"operationId": "owner", "summary": "An owner", "responses": {
    "200": {"description": "An owner", "content": {"application/json": {"schema": {"\$ref": "#/components/schemas/Owner"}}}},
    "404": {"description": "Nobody"}}}}},
  "components": {"schemas": {
    "Owner": {"type": "object", "example": {"pet": null}, "properties": {
      "pet": {"oneOf": [{"\$ref": "#/components/schemas/Pet"}, {"type": "null"}]}}},
    "Pet": {$1 "oneOf": [{"\$ref": "#/components/schemas/Cat"}, {"\$ref": "#/components/schemas/Dog"}],
      "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}}},
    "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["cat"]}}},
    "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["dog"]}}}}}
}
JSON
}
document '' >union.json
document '"type": "object",' >object.json
echo 'extends: ["spectral:oas"]' >spectral.yaml

node_modules/.bin/redocly --version
echo "Redocly on the union:"
node_modules/.bin/redocly lint --extends=recommended-strict --format=json union.json >union.txt 2>/dev/null || true
grep -o '"message": "[^"]*"' union.txt || true
echo "Redocly on the union that says it is an object:"
node_modules/.bin/redocly lint --extends=recommended-strict --format=json object.json >object.txt 2>/dev/null || true
grep -o '"message": "[^"]*"' object.txt || echo "nothing"
echo "Spectral on the union:"
node_modules/.bin/spectral lint --quiet --fail-severity error --display-only-failures --ruleset spectral.yaml union.json && echo "nothing"

grep -q 'must match exactly one schema in oneOf' union.txt
if grep -q 'oneOf' object.txt; then
  exit 1
fi
