package io.coachflow.console.api;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the console.
 *
 * @param api the base address of the API, for all calls of the console; null for this
 * node
 */
@ConfigurationProperties("coachflow.console")
public record ConsoleProperties(@Nullable URI api) {
}
