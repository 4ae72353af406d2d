package io.coachflow.app.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests of the application that the whole run shares; see {@link SharedCoachflow}. One
 * class at a time, for some of them break its stores for a moment.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedCoachflow.class)
@ResourceLock("shared-coachflow")
@interface OnSharedCoachflow {

}
