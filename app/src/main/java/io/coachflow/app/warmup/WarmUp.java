package io.coachflow.app.warmup;

import java.time.Duration;

import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.contracts.node.Stopping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Repeats a step's work for a while before the node says that it is ready: Spring Boot
 * turns readiness on after the last runner. One thread does it, because the compiler
 * needs the other cores. A failure leaves the start alone.
 */
@Component
@EnableConfigurationProperties(WarmUpProperties.class)
class WarmUp implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);

	private final Practice practice;

	private final Duration time;

	private final Stopping stopping;

	WarmUp(Practice practice, WarmUpProperties properties, NodeRoles roles, Stopping stopping) {
		this.practice = practice;
		this.time = roles.include(NodeRole.API) ? properties.time() : Duration.ZERO;
		this.stopping = stopping;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.time.isZero()) {
			return;
		}
		try {
			logger.info("Warmed up with {} sessions that exist nowhere, in {} ms", practise(), this.time.toMillis());
		}
		catch (RuntimeException ex) {
			logger.warn("The warm-up failed; the node takes requests all the same", ex);
		}
	}

	private long practise() {
		long end = System.nanoTime() + this.time.toNanos();
		long sessions = 0;
		while (System.nanoTime() < end && !this.stopping.isStopping()) {
			this.practice.session();
			sessions++;
		}
		return sessions;
	}

}
