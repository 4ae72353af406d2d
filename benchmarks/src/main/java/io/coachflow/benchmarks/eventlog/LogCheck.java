package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.benchmarks.eventlog.EventLog.Logged;
import io.coachflow.benchmarks.load.Ledger;
import io.coachflow.benchmarks.load.Ledger.Acknowledged;
import io.coachflow.benchmarks.load.Ledger.Unknown;

/**
 * Compares what callers were told with what the log holds: every acknowledged step once,
 * and no step that nobody was told of, save those whose callers got no answer.
 */
public final class LogCheck {

	private static final List<String> STEPS = List.of("vision", "mission", "clientele", "differentiation", "offre");

	private LogCheck() {
	}

	/**
	 * Checks the events of a run; its service must stand still.
	 * @param after the index of the last event before the run
	 * @param ledger what the run's callers were told
	 * @return what is wrong, in sentences; empty if nothing is
	 */
	public static List<String> violations(Connection connection, long after, Ledger ledger) throws SQLException {
		EventLog log = new EventLog(connection);
		List<String> violations = new ArrayList<>(compare(ledger, log.steps(after)));
		long broken = log.brokenSessions(after);
		if (broken > 0) {
			violations.add(broken + " sessions whose sequences have gaps");
		}
		long count = log.count();
		long head = log.head();
		if (count != head) {
			violations.add("indexes are not 1 to n without a gap: " + count + " events up to index " + head);
		}
		return violations;
	}

	static List<String> compare(Ledger ledger, List<Logged> logged) {
		Map<Key, Integer> open = new HashMap<>();
		for (Logged step : logged) {
			open.merge(new Key(step.session(), step.step(), step.sequence()), 1, Integer::sum);
		}
		long missing = 0;
		long repeated = 0;
		for (Acknowledged step : ledger.acknowledged()) {
			Integer found = open.remove(key(step));
			missing += (found == null) ? 1 : 0;
			repeated += (found != null && found > 1) ? 1 : 0;
		}
		Set<Unknown> unknown = new HashSet<>(ledger.unknown());
		long unacknowledged = open.keySet()
			.stream()
			.filter((step) -> !unknown.contains(new Unknown(step.session(), STEPS.indexOf(step.step()))))
			.count();
		List<String> violations = new ArrayList<>();
		add(violations, missing, "acknowledged steps are not in the log");
		add(violations, repeated, "acknowledged steps are in the log more than once");
		add(violations, unacknowledged, "steps in the log were acknowledged to nobody");
		return violations;
	}

	/** The last answer completes its session, which is an event more. */
	private static Key key(Acknowledged step) {
		boolean last = step.step() == STEPS.size() - 1;
		return new Key(step.session(), STEPS.get(step.step()), last ? step.sequence() - 1 : step.sequence());
	}

	private static void add(List<String> violations, long count, String what) {
		if (count > 0) {
			violations.add(count + " " + what);
		}
	}

	private record Key(String session, String step, long sequence) {

	}

}
