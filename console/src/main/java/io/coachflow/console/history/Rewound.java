package io.coachflow.console.history;

import java.util.List;

import io.coachflow.contracts.rest.HistoryDiff;
import org.jspecify.annotations.Nullable;

/**
 * A session rewound to an event.
 *
 * @param event null if the log does not have it
 * @param state null if there is none
 * @param changes what the event changed
 */
record Rewound(String sessionId, long sequence, @Nullable Entry event, @Nullable StateView state,
		List<StateChange> changes) {

	static Rewound of(String sessionId, long sequence, History then, HistoryDiff diff) {
		return new Rewound(sessionId, sequence,
				then.event(sequence, false).map((event) -> Entries.of(event).shortened()).orElse(null),
				StateView.of(then.state()), StateChange.of(diff));
	}

}
