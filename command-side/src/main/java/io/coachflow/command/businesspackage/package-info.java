/**
 * Decides what becomes of a business package: which agents run, and whose results count.
 */
@NullMarked
package io.coachflow.command.businesspackage;

import org.jspecify.annotations.NullMarked;
