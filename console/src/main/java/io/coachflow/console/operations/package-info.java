/**
 * What operators see and do: read models, dead letters, the work of agents, the service's
 * own meters and its health.
 */
@NullMarked
package io.coachflow.console.operations;

import org.jspecify.annotations.NullMarked;
