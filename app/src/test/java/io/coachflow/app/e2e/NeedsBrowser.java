package io.coachflow.app.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests in a {@link Browser}. Where Chromium or its driver is missing, they are passed
 * over, unless the environment variable COACHFLOW_REQUIRE_BROWSER is true, as in CI.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InstalledBrowser.class)
@interface NeedsBrowser {

}
