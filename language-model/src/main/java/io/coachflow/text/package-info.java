/**
 * What every module knows about texts that people wrote.
 */
@NullMarked
package io.coachflow.text;

import org.jspecify.annotations.NullMarked;
