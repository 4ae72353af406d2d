/**
 * PostgreSQL, Redis, an issuer of tokens and the production jar, started for one run.
 */
@NullMarked
package io.coachflow.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
