package io.coachflow.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.coachflow.benchmarks.servers.ApiConnection;
import io.coachflow.benchmarks.servers.Coachflow;
import io.coachflow.benchmarks.servers.Issuer;

/**
 * Each of the rarer calls a few times: reads of a session and its package, lists, the
 * feed, the audit, analytics, a rebuild.
 */
public final class OtherCalls {

	private static final int TIMES = 30;

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final String ADMIN = "/api/v1/admin/projections";

	private final Coachflow coachflow;

	private final Issuer issuer;

	/** Calls one service with tokens of its issuer. */
	public OtherCalls(Coachflow coachflow, Issuer issuer) {
		this.coachflow = coachflow;
		this.issuer = issuer;
	}

	/**
	 * Makes the calls.
	 * @throws IOException if one of them fails
	 */
	public void make() throws IOException, InterruptedException {
		String user = this.issuer.bearer("user-other", "coaching");
		try (ApiConnection connection = this.coachflow.connect();
				Entrepreneur entrepreneur = new Entrepreneur(this.coachflow.connect(), List.of(user), 0)) {
			for (int call = 0; call < Entrepreneur.CALLS; call++) {
				if (!entrepreneur.call()) {
					throw new IOException("A session broke off: " + entrepreneur.failure());
				}
			}
			String session = "/api/v1/coaching/session/" + entrepreneur.session();
			awaitPackage(connection, session + "/package", user);
			for (int i = 0; i < TIMES; i++) {
				read(connection, user, session, session + "/package", session + "/package?format=markdown",
						session + "/history", "/api/v1/coaching/sessions");
				read(connection, this.issuer.bearer("auditor", "coaching:audit"), session + "/history",
						"/api/v1/audit/sessions/" + entrepreneur.session() + "/verify");
				read(connection, this.issuer.bearer("consumer", "coaching:events"), "/api/v1/events");
				read(connection, this.issuer.bearer("analyst", "coaching:analytics"), "/api/v1/analytics/funnel");
				read(connection, this.issuer.admin(), ADMIN, "/actuator/prometheus");
			}
			connection.post(ADMIN + "/session-list/rebuild", this.issuer.admin(), new byte[0]);
		}
	}

	private static void awaitPackage(ApiConnection connection, String path, String user)
			throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (connection.get(path, user).status() != 200) {
			if (System.nanoTime() > deadline) {
				throw new IOException("The package did not come");
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
	}

	private static void read(ApiConnection connection, String authorization, String... paths) throws IOException {
		for (String path : paths) {
			int status = connection.get(path, authorization).status();
			if (status != 200) {
				throw new IOException(path + " got " + status);
			}
		}
	}

}
