/**
 * The five agents with a language model: the model writes drafts, and code completes and
 * checks them.
 */
@NullMarked
package io.coachflow.saga.agent.model;

import org.jspecify.annotations.NullMarked;
