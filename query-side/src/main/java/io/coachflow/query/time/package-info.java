/**
 * Days and moments as clients name them, and as JDBC has them.
 */
@NullMarked
package io.coachflow.query.time;

import org.jspecify.annotations.NullMarked;
