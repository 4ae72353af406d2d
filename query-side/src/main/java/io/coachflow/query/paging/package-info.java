/**
 * Pages of lists, and their cursors.
 */
@NullMarked
package io.coachflow.query.paging;

import org.jspecify.annotations.NullMarked;
