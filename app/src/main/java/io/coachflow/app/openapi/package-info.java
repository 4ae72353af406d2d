/**
 * What the published OpenAPI document says beyond the single calls: tokens, errors and
 * headers.
 */
@NullMarked
package io.coachflow.app.openapi;

import org.jspecify.annotations.NullMarked;
