/**
 * The published language of coaching sessions: commands, outcomes and events.
 */
@NullMarked
package io.coachflow.contracts.session;

import org.jspecify.annotations.NullMarked;
