#!/usr/bin/env bash
# org.openapitools:openapi-generator-cli 7.25.0 (Maven Central), generator java, library native.
#
# Guess: a field that takes a list of strings or a single string becomes Java that compiles, or the generator says that it cannot.
#
# Fact: the generator ends well and warns of nothing but that its OpenAPI 3.1 support is a beta. It makes a class for the field that
# uses the name of the type List<String> where Java wants a class or a part of a method's name: List<String>.class and
# getList<String>(). javac stops at each: "<identifier> expected", "illegal start of expression", "';' expected". oneOf instead of
# anyOf and references to two named schemas end in the same way, and type: [array, string] names a class that is not made (here at
# least the log has an error, though the exit code is 0). See openapi-generator#17745.
#
# What to do: describe the field without a choice. A list (type: array) gives List<String>, and one string is a list of one; a field
# without any type gives Object, and its description can say what is taken.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:7.25.0 -DoutputDirectory="$work" >&2
for jar in com.fasterxml.jackson.core:jackson-{annotations:2.21,core:2.21.5,databind:2.21.5} \
  com.fasterxml.jackson.datatype:jackson-datatype-jsr310:2.21.5 com.google.code.findbugs:jsr305:3.0.2 \
  jakarta.annotation:jakarta.annotation-api:1.3.5; do
  mvn -q -B dependency:copy -Dartifact="$jar" -DoutputDirectory="$work/lib" >&2
done
java -version 2>&1 | head -n 1

# try NAME FIELD [SCHEMAS]: makes the client of a document whose field tags is FIELD, compiles it and prints what comes of it
try() {
  cat >"$1.yaml" <<YAML
openapi: 3.1.0
info: {title: Notes, version: '1'}
paths:
  /notes:
    post:
      operationId: addNote
      requestBody:
        content:
          application/json:
            schema: {\$ref: '#/components/schemas/Note'}
      responses:
        '204': {description: Added}
components:
  schemas:
    Note:
      type: object
      properties:
        tags: $2
${3:-}
YAML
  local generated=0 compiled=0
  java -jar openapi-generator-cli-7.25.0.jar generate -g java --library native -i "$1.yaml" -o "$1" \
    --additional-properties=openApiNullable=false --global-property apiTests=false,modelTests=false >"$1.log" 2>&1 || generated=$?
  find "$1/src/main/java" -name '*.java' >"$1.files"
  javac -proc:none -nowarn -cp 'lib/*' -d "$1-classes" "@$1.files" >"$1.javac" 2>&1 || compiled=$?
  echo "tags: $2"
  echo "  the generator exits with $generated, javac with $compiled;" \
    "$(sed -n 's/^ *private \(.*\) tags.*/\1 tags/p' "$1/src/main/java/org/openapitools/client/model/Note.java")"
  outcome="$generated $compiled"
}

changed=0
try choice '{anyOf: [{type: array, items: {type: string}}, {type: string}]}'
[[ $outcome == '0 1' ]] || changed=1
echo '  warnings and errors in the log:'
grep -E '^\[[^]]*\] (WARN|ERROR) ' choice.log | cut -c 1-110 | sed 's/^/    /' || true
if grep -E '^\[[^]]*\] (WARN|ERROR) ' choice.log | grep -qv 'OpenAPI 3.1 support is still in beta'; then changed=1; fi
echo '  javac:'
grep -A 1 ' error: ' choice.javac | grep -v '^--' | sed -E 's/^.*\/|^ +//; s/^/    /' | awk '!seen[$0]++' || true
grep -q 'List<String>.class' choice.javac && grep -q 'getList<String>()' choice.javac || changed=1

try one-of '{oneOf: [{type: array, items: {type: string}}, {type: string}]}'
[[ $outcome == '0 1' ]] || changed=1
try references '{anyOf: [{$ref: "#/components/schemas/Many"}, {$ref: "#/components/schemas/One"}]}' \
  $'    Many: {type: array, items: {type: string}}\n    One: {type: string}'
[[ $outcome == '0 1' ]] || changed=1
try two-types '{type: [array, string], items: {type: string}}'
[[ $outcome == '0 1' ]] || changed=1
try list '{type: array, items: {type: string}}'
[[ $outcome == '0 0' ]] || changed=1
try untyped '{description: a list of strings or one string}'
[[ $outcome == '0 0' ]] || changed=1

(( changed == 0 )) || { echo "The behaviour has changed." >&2; exit 1; }
