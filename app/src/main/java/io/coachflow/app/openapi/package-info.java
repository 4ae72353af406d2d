/**
 * Completes the OpenAPI document that springdoc generates from the API methods: tokens,
 * errors, headers and schemas.
 */
@NullMarked
package io.coachflow.app.openapi;

import org.jspecify.annotations.NullMarked;
