/**
 * What a node of the service does.
 */
@NullMarked
package io.coachflow.contracts.node;

import org.jspecify.annotations.NullMarked;
