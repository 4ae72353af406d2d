/**
 * The roles of a node, and its shutdown.
 */
@NullMarked
package io.coachflow.contracts.node;

import org.jspecify.annotations.NullMarked;
