/**
 * The write side of business packages: decides which agents run and which results count.
 */
@NullMarked
package io.coachflow.command.businesspackage;

import org.jspecify.annotations.NullMarked;
