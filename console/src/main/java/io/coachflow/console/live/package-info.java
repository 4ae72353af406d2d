/**
 * Parts of pages that the service sends when something happens.
 */
@NullMarked
package io.coachflow.console.live;

import org.jspecify.annotations.NullMarked;
