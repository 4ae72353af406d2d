package io.coachflow.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link LocalServersException} as description and action, without a trace. */
class LocalServersFailureAnalyzer extends AbstractFailureAnalyzer<LocalServersException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LocalServersException cause) {
		return new FailureAnalysis(cause.problem(), cause.action(), cause);
	}

}
