package io.coachflow.app.e2e;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.app.e2e.Caller.Answer;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RequestPackage;
import io.coachflow.contracts.enrichment.PackageIds;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the commands of one session ask of PostgreSQL beside the appends, so that no
 * statement is added unseen. The node runs no read model and no saga.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = "coachflow.roles=api")
@ContextConfiguration(initializers = TestServers.class)
@Import(CountedStatements.class)
@DirtiesContext
@ResourceLock(TestServers.LOGGING)
class CommandReadsE2E {

	private static final List<String> NONE = List.of();

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private CountedStatements statements;

	@Autowired
	private CommandGateway commands;

	@Value("${server.port}")
	private int port;

	private Caller demo;

	@BeforeEach
	void login() {
		this.demo = Caller.withToken(this.http, this.port, "demo", "coaching");
	}

	@AfterEach
	void close() {
		this.http.close();
	}

	@Test
	void aSessionReadsOnlyWhatItsCompletionMustKnow() {
		String session = accepted(this.demo.start(Map.of())).field("session_id");
		assertThat(about(session)).isEqualTo(NONE);

		for (int step = 0; step < 5; step++) {
			answer(session);
		}
		assertThat(about(session)).isEqualTo(NONE);

		// Another node may have deleted it; the package may have been requested
		accepted(this.demo.complete(session));
		assertThat(about(session)).containsExactly("the last sequence", "a history");

		// Whether the package exists; its brief consists of the session's answers
		this.commands.sendAndWait(new RequestPackage(PackageIds.of(session), session));
		assertThat(about(session)).containsExactly("a history", "a history");
	}

	@Test
	void aStartReadsOnlyIfItsKeyCameBefore() {
		String key = UUID.randomUUID().toString();
		String session = accepted(this.demo.start(Map.of(), "Idempotency-Key", key)).field("session_id");
		assertThat(about(Set.of(key, session))).containsExactly("INSERT idempotency_key");

		accepted(this.demo.start(Map.of(), "Idempotency-Key", key));
		assertThat(about(Set.of(key, session))).containsExactly("INSERT idempotency_key", "SELECT idempotency_key");
	}

	@Test
	void aRefusalThatNoOtherNodeCanChangeReadsNothing() {
		String session = accepted(this.demo.start(Map.of())).field("session_id");
		about(session);

		Caller stranger = Caller.withToken(this.http, this.port, "demo2", "coaching");
		assertThat(stranger.step(session, "An answer").status()).isEqualTo(403);
		assertThat(about(session)).isEqualTo(NONE);
	}

	private void answer(String session) {
		accepted(this.demo.step(session,
				"We cook the recipes of our grandmothers for 400 families in Dakar, with produce of the region."));
	}

	private static Answer accepted(Answer answer) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		return answer;
	}

	/**
	 * The kinds of statements about the session or its package since the last call.
	 */
	private List<String> about(String session) {
		return about(Set.of(session, PackageIds.of(session)));
	}

	private List<String> about(Set<String> ids) {
		List<String> kinds = this.statements.about(ids).stream().map(CommandReadsE2E::kind).toList();
		this.statements.clear();
		return kinds;
	}

	private static String kind(String sql) {
		if (sql.contains("FROM event_log")) {
			return sql.contains("max(sequence_number)") ? "the last sequence" : "a history";
		}
		return sql.contains("idempotency_key") ? sql.split(" ", 2)[0] + " idempotency_key" : sql;
	}

}
