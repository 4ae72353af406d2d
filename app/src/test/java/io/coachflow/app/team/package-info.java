/**
 * Agents that do as tests tell them.
 */
@NullMarked
package io.coachflow.app.team;

import org.jspecify.annotations.NullMarked;
