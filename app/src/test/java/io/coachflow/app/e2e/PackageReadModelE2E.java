package io.coachflow.app.e2e;

import java.util.UUID;

import io.coachflow.app.CoachflowApplication;
import io.coachflow.app.TestServers;
import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.PackageIds;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.coachflow.app.e2e.EventLogFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The projection of packages on a real PostgreSQL and Redis.
 */
@SpringBootTest(classes = CoachflowApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = "coachflow.roles=api,projections")
@ContextConfiguration(initializers = TestServers.class)
@Import(EventLogFixture.class)
@DirtiesContext
@ResourceLock(TestServers.LOGGING)
class PackageReadModelE2E {

	private final String session = UUID.randomUUID().toString();

	private final String key = "coachflow:package:" + this.session;

	@Autowired
	private EventStore events;

	@Autowired
	private EventLogFixture fixture;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private StringRedisTemplate redis;

	@Test
	void bothStoresFollowTheLog() {
		history().requested().allSucceed();

		await(() -> stored() == 11 && cached() == 11);

		JsonNode view = new JsonMapper().readTree(view());
		assertThat(view.at("/status").asString()).isEqualTo("complete");
		assertThat(view.at("/agents/content/result/posts/0/text").asString()).isEqualTo("We open in Dakar 🍲.");
		assertThat(this.redis.getExpire(this.key)).isBetween(7100L, 7200L);
	}

	@Test
	void redisRefusesAnOlderViewAndMakesRoomForAny() {
		PackageHistory history = history().requested();
		await(() -> cached() == 0);
		this.redis.opsForHash().put(this.key, "sequence", "99");
		history.starts(Agent.SEO, 1, 1);
		await(() -> stored() == 1);
		assertThat(cached()).isEqualTo(99);

		this.redis.delete(this.key);
		this.redis.opsForValue().set(this.key, "not a view");
		history.succeeds(Agent.SEO, 1, 1);
		await(() -> this.redis.type(this.key) == DataType.HASH && cached() == 2);
	}

	@Test
	void whatTheTableLostIsFoldedFromTheLog() {
		PackageHistory history = history().requested().starts(Agent.SEO, 1, 1);
		await(() -> stored() == 1);
		this.jdbc.sql("DELETE FROM package_view WHERE session_id = ?").param(this.session).update();

		history.succeeds(Agent.SEO, 1, 1);

		await(() -> stored() == 2);
		assertThat(state("seo")).isEqualTo("succeeded");
	}

	@Test
	void theTableRefusesAnOlderView() {
		PackageHistory history = history().requested();
		await(() -> stored() == 0);
		this.jdbc.sql("UPDATE package_view SET sequence = 99 WHERE session_id = ?").param(this.session).update();

		history.starts(Agent.SEO, 1, 1);

		await(() -> cached() == 1);
		assertThat(stored()).isEqualTo(99);
	}

	@Test
	void theReadModelIsRebuiltByAReplay() {
		history().requested().allSucceed();
		await(() -> stored() == 11);
		String before = view();

		this.fixture.rebuild("package-view", "package_view");

		await(() -> stored() == 11);
		assertThat(view()).isEqualTo(before);
		assertThat(this.fixture.processor("package-view").isError()).isFalse();
	}

	@Test
	void anEventNobodyKnowsIsParkedWithThoseBehindItAndOthersFlow() {
		history().requested();
		await(() -> stored() == 0);
		this.fixture.insertRow("BusinessPackage", PackageIds.of(this.session), 1,
				"io.coachflow.package.from-the-future", "{}");
		PackageHistory other = new PackageHistory(this.events, UUID.randomUUID().toString(), "en").requested();

		await(() -> this.fixture.deadLetters("package-view", PackageIds.of(this.session)) == 1);
		other.starts(Agent.SEO, 1, 1);
		await(() -> this.jdbc.sql("SELECT count(*) FROM package_view WHERE sequence = 1 AND view ->> 'owner' = 'demo'")
			.query(Integer.class)
			.single() >= 1);
	}

	private PackageHistory history() {
		return new PackageHistory(this.events, this.session, "en");
	}

	private long stored() {
		return this.jdbc.sql("SELECT coalesce(max(sequence), -1) FROM package_view WHERE session_id = ?")
			.param(this.session)
			.query(Long.class)
			.single();
	}

	private String view() {
		return this.jdbc.sql("SELECT view::text FROM package_view WHERE session_id = ?")
			.param(this.session)
			.query(String.class)
			.single();
	}

	private String state(String agent) {
		return new JsonMapper().readTree(view()).at("/agents/" + agent + "/state").asString();
	}

	private long cached() {
		Object sequence = this.redis.opsForHash().get(this.key, "sequence");
		return (sequence != null) ? Long.parseLong(sequence.toString()) : -1;
	}

}
