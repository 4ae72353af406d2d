/**
 * The running application, as its clients, its operators and its attackers meet it.
 */
@NullMarked
package io.coachflow.app.e2e;

import org.jspecify.annotations.NullMarked;
