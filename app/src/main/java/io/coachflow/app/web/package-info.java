/**
 * One error shape and one set of limits for every path.
 */
@NullMarked
package io.coachflow.app.web;

import org.jspecify.annotations.NullMarked;
