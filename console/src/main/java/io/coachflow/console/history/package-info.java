/**
 * The auditor's pages: find sessions, rewind them, and see whether their log is as it was
 * written and who read it.
 */
@NullMarked
package io.coachflow.console.history;

import org.jspecify.annotations.NullMarked;
