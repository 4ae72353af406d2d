#!/usr/bin/env bash
# org.springframework:spring-context 7.0.10 (Maven Central) on JDK 25.
#
# Guess: a training run for an AOT cache with -Dspring.context.exit=onRefresh ends as System.exit does: shutdown hooks run, what the
# application started is stopped, and a flight recording is written.
#
# Fact: Spring halts the JVM (Runtime.halt). No shutdown hook runs and no context is closed, so processes that the application has
# started stay, and a recording that was asked for with -XX:StartFlightRecording is an empty file. The AOT cache is written all the
# same, so nothing looks wrong.
#
# What to do: stop by other means what such a run has started, and record a start by another way, such as jcmd JFR.dump while it runs.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for artifact in org.springframework:spring-{context,beans,core,expression,aop}:7.0.10 commons-logging:commons-logging:1.3.6 \
  io.micrometer:micrometer-{observation,commons}:1.16.0 org.jspecify:jspecify:1.0.0; do
  mvn -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$work"
done
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -version 2>&1 | head -n 1

cat >Start.java <<'JAVA'
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

public class Start {

	public static void main(String[] args) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("a shutdown hook ran")));
		new AnnotationConfigApplicationContext(Start.class);
		System.out.println("main went on");
	}

}
JAVA
"${java%java}javac" -cp "$work/*" Start.java
"${java%java}jar" cf start.jar Start.class

run() { "$java" -cp "$work/*" "$@" Start 2>/dev/null; }

echo "without the property:"
run -XX:StartFlightRecording=filename=plain.jfr | tee plain.txt | grep -v '^\['
echo "with -Dspring.context.exit=onRefresh:"
run -Dspring.context.exit=onRefresh -XX:StartFlightRecording=filename=halted.jfr | tee halted.txt | grep -v '^\[' || true
run -Dspring.context.exit=onRefresh -XX:AOTCacheOutput=halted.aot >/dev/null || true
for file in plain.jfr halted.jfr halted.aot; do
  printf '%s: %s\n' "$file" "$([[ -s $file ]] && echo written || echo "empty or missing")"
done

grep -q 'a shutdown hook ran' plain.txt && [[ -s plain.jfr && -s halted.aot ]] || { echo "The behaviour has changed."; exit 1; }
if grep -q 'a shutdown hook ran' halted.txt || [[ -s halted.jfr ]]; then
  echo "The behaviour has changed."
  exit 1
fi
