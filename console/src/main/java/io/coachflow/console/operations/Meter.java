package io.coachflow.console.operations;

import java.util.Map;

/**
 * A value that the service publishes for Prometheus.
 */
record Meter(String name, Map<String, String> labels, double value) {

	/** The value of a label; empty if the meter lacks it. */
	String label(String key) {
		return this.labels.getOrDefault(key, "");
	}

}
