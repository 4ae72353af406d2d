/**
 * The five agents with a language model: it drafts, code finishes and checks.
 */
@NullMarked
package io.coachflow.saga.agent.model;

import org.jspecify.annotations.NullMarked;
