/**
 * Lists page by page.
 */
@NullMarked
package io.coachflow.query.paging;

import org.jspecify.annotations.NullMarked;
