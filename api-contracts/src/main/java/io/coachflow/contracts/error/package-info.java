/**
 * What every refusal looks like, on every path.
 */
@NullMarked
package io.coachflow.contracts.error;

import org.jspecify.annotations.NullMarked;
