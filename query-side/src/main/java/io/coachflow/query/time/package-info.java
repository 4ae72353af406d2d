/**
 * Days and times in requests and in JDBC.
 */
@NullMarked
package io.coachflow.query.time;

import org.jspecify.annotations.NullMarked;
