/**
 * What all pages share: layout, language, navigation and errors.
 */
@NullMarked
package io.coachflow.console.web;

import org.jspecify.annotations.NullMarked;
