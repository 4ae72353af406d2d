/**
 * A program that uses the generated client.
 */
@NullMarked
package com.example.coachflow;

import org.jspecify.annotations.NullMarked;
