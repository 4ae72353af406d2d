#!/usr/bin/env bash
# org.apache.maven.plugins:maven-jar-plugin 3.5.1 (Maven Central), a template named package.html.
#
# Guess: a jar holds what is in target/classes.
#
# Fact: the plugin leaves out every file named package.html, in any folder and without a word, because such files once held the
# javadoc of packages. The page works where the application runs from target/classes (an IDE, the tests of the module itself), and is
# missing where another module or production takes the jar: the template engine then says that the template might not exist.
#
# What to do: name no resource package.html. Or set the parameter excludes of the plugin, even to something that matches nothing.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p src/main/resources/templates
echo '<p>an order</p>' >src/main/resources/templates/order.html
echo '<p>a package</p>' >src/main/resources/templates/package.html

# build EXCLUDES: makes the jar and prints the templates in it
build() {
  cat >pom.xml <<XML
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>pages</artifactId>
  <version>1</version>
  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version>
    <configuration>$1</configuration>
  </plugin></plugins></build>
</project>
XML
  mvn -q -B clean package >&2
  unzip -Z1 target/pages-1.jar | grep '^templates/.*html' | sort | tr '\n' ' '
}

left=$(build '')
echo "target/classes: $(cd target/classes && echo templates/*.html)"
echo "the jar:        $left"
whole=$(build '<excludes><exclude>nothing</exclude></excludes>')
echo "with excludes:  $whole"

[[ $left == 'templates/order.html ' && $whole == 'templates/order.html templates/package.html ' ]] \
  || { echo "The behaviour has changed." >&2; exit 1; }
