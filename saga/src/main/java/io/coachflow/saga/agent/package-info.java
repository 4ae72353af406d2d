/**
 * The five agents: what each is given, and what it makes.
 */
@NullMarked
package io.coachflow.saga.agent;

import org.jspecify.annotations.NullMarked;
