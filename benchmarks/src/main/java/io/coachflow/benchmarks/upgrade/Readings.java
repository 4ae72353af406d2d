package io.coachflow.benchmarks.upgrade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.upgrade.Api.Seen;
import io.coachflow.benchmarks.upgrade.OldSession.Kind;

/**
 * What owners and an auditor read of some sessions: their bodies, of every fifth its
 * history too, and the packages.
 *
 * @param bodies by path
 */
public record Readings(Map<String, Seen> bodies) {

	private static final int HISTORY_OF = 5;

	/**
	 * Reads.
	 * @param count of how many sessions, evenly spread
	 * @param auditor value of the {@code Authorization} header
	 */
	public static Readings of(Coachflow service, OldLog log, int count, String auditor) throws IOException {
		Map<String, Seen> bodies = new LinkedHashMap<>();
		List<OldSession> all = log.sessions();
		try (Api api = new Api(service)) {
			for (int i = 0; i < Math.min(count, all.size()); i++) {
				OldSession session = all.get((int) ((long) i * all.size() / Math.min(count, all.size())));
				String path = Api.COACHING + "session/" + session.id();
				bodies.put(path, api.get(path, session.user()));
				if (session.kind() == Kind.COMPLETED) {
					bodies.put(path + "/package", api.get(path + "/package", session.user()));
				}
				if (i % HISTORY_OF == 0) {
					bodies.put(path + "/history", api.get(path + "/history", auditor));
				}
			}
		}
		return new Readings(bodies);
	}

	/** How many of them there are. */
	public long count(String suffix) {
		return this.bodies.keySet().stream().filter((path) -> path.endsWith(suffix)).count();
	}

	/** What reads otherwise now, in sentences. Fields that came along are told apart. */
	public List<String> differences(Readings now, Set<String> newFields) {
		List<String> differences = new ArrayList<>();
		this.bodies.forEach((path, before) -> {
			Seen after = now.bodies.getOrDefault(path, new Seen(0, before.body()));
			Set<String> different = new TreeSet<>();
			if (before.status() != after.status()) {
				different.add("status %d instead of %d".formatted(after.status(), before.status()));
			}
			else if (before.status() < 400) {
				new JsonChange(different, newFields).compare("", before.body(), after.body());
			}
			if (!different.isEmpty()) {
				differences.add(path + " reads otherwise: " + String.join(", ", different));
			}
		});
		return differences;
	}

}
