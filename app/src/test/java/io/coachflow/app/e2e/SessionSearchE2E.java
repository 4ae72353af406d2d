package io.coachflow.app.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Auditors find sessions by what is known of them, and by the words of their answers.
 */
@OnSharedCoachflow
class SessionSearchE2E {

	private static final String FIND = "/api/v1/audit/sessions";

	private final RunningCoachflow coachflow;

	private final Caller demo;

	private final Caller auditor;

	/** Nobody else's. */
	private final String sector = "sector-" + UUID.randomUUID();

	SessionSearchE2E(RunningCoachflow coachflow) {
		this.coachflow = coachflow;
		this.demo = coachflow.demo();
		this.auditor = coachflow.caller("auditor", "coaching:audit");
	}

	@Test
	void sessionsAreFoundByWhatIsKnownOfThem() {
		Instant before = Instant.now();
		String fresh = started(this.demo);
		String begun = started(this.demo);
		String other = started(this.coachflow.caller("demo2", "coaching"));
		String deleted = started(this.demo);
		this.demo.step(begun, "In 2031 we run three restaurants in Dakar");
		this.demo.delete(Caller.COACHING + "/session/" + deleted);

		await().untilAsserted(() -> {
			assertThat(find("")).containsExactly(deleted, other, begun, fresh);
			assertThat(find("&status=deleted")).containsExactly(deleted);
			assertThat(find("&status=in_progress")).containsExactly(begun);
		});
		assertThat(find("&user=demo2")).containsExactly(other);
		assertThat(find("&status=initialized&user=demo")).containsExactly(fresh);
		assertThat(find("&status=completed")).isEmpty();
		assertThat(find("&step=mission")).containsExactly(begun);
		assertThat(find("&step=vision&user=demo")).containsExactly(deleted, fresh);
		assertThat(find("&started_from=" + before)).hasSize(4);
		assertThat(find("&started_to=" + before)).isEmpty();
		JsonNode session = this.auditor.get(FIND + "?status=in_progress&sector=" + this.sector)
			.json()
			.at("/sessions/0");
		assertThat(session.get("user_id").asString()).isEqualTo("demo");
		assertThat(session.get("current_step").asString()).isEqualTo("mission");
		assertThat(session.get("sequence").asLong()).isEqualTo(1);
	}

	@Test
	void answersAreSearchedInEnglishAndFrench() {
		String english = started(this.demo);
		this.demo.step(english, "We bake traditional breads for hungry families in Thiès");
		String french = started(this.demo);
		this.demo.step(french, "Nous formons des artisanes qui cousent des robes pour les mariages");

		await().untilAsserted(() -> {
			assertThat(find("&q=bread")).containsExactly(english);
			assertThat(find("&q=mariage")).containsExactly(french);
		});
		assertThat(find("&q=baking%20family")).containsExactly(english);
		assertThat(find("&q=artisane%20couture")).isEmpty();
		assertThat(find("&q=%22traditional%20bread%22")).containsExactly(english);
		assertThat(find("&q=%22bread%20traditional%22")).isEmpty();
		assertThat(find("&q=bread%20or%20robe")).containsExactly(french, english);
		assertThat(find("&q=bread%20-hungry")).isEmpty();
		// Nothing but operators, quotes and stop words finds nothing and breaks nothing
		for (String q : List.of("the", "%27%22%28%26%21", "-", "%3A*", "a%20%7C%20%26")) {
			assertThat(find("&q=" + q)).as(q).isEmpty();
		}
	}

	@Test
	void wordsAreFoundAsPeopleWriteThem() {
		String french = started(this.demo);
		this.demo.step(french,
				"Le meilleur rapport prix/qualité de Thiès.Notre crêperie est <ouverte> et ‹terminée› : cafe\u0301, thé, créée à 2 h");
		String english = started(this.demo);
		this.demo.step(english, "Bread for all, made by an artisan who rents his oven: creperie, café");
		String chinese = started(this.demo);
		this.demo.step(chinese, "我们烤面包并磨面粉，เราอบขนมปัง");

		await().untilAsserted(() -> {
			assertThat(said("prix")).containsExactly(french);
			assertThat(said("artisan")).containsExactly(english);
			assertThat(said("面包")).containsExactly(chinese);
		});
		for (String word : List.of("prix", "qualité", "qualite", "prix/qualité", "thiès.notre", "notre thiès",
				"ouverte", "terminée", "terminer", "créer", "créée", "\"rapport prix\"", "\"crêperie est ouverte\"")) {
			assertThat(said(word)).as(word).containsExactly(french);
		}
		for (String word : List.of("creperie", "crêperie", "crêperies", "café", "cafe\u0301", "cafe")) {
			assertThat(said(word)).as(word).containsExactly(english, french);
		}
		assertThat(said("\"artisan bread\"")).isEmpty();
		assertThat(said("bread -renting")).isEmpty();
		assertThat(said("bread -renting or prix")).containsExactly(french);
		assertThat(said("烤面包")).containsExactly(chinese);
		assertThat(said("面粉 ขนมปัง")).containsExactly(chinese);
		assertThat(said("粉")).containsExactly(chinese);
		assertThat(said("面并")).isEmpty();
	}

	@Test
	void pagesFollowOneAnother() {
		List<String> sessions = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			sessions.addFirst(started(this.demo));
		}
		await().untilAsserted(() -> assertThat(find("")).isEqualTo(sessions));

		List<String> found = new ArrayList<>();
		String cursor = "";
		for (int pages = 0; pages < 3; pages++) {
			JsonNode page = this.auditor.get(FIND + "?limit=2&sector=" + this.sector + cursor).json();
			page.get("sessions").forEach((it) -> found.add(it.get("session_id").asString()));
			cursor = "&cursor=" + page.get("next_cursor").asString("");
			assertThat(page.get("next_cursor").isNull()).isEqualTo(pages == 2);
		}

		assertThat(found).isEqualTo(sessions);
	}

	@Test
	void onlyAuditorsMayLookAndThatIsWrittenDown() {
		assertRefused(this.demo.get(FIND), 403, "FORBIDDEN");
		assertRefused(this.coachflow.caller("admin", "coaching:admin").get(FIND), 403, "FORBIDDEN");
		assertRefused(this.coachflow.stranger().get(FIND), 401, "UNAUTHORIZED");
		assertThat(this.auditor.get(FIND + "?limit=1").status()).isEqualTo(200);

		Answer reads = this.auditor.get("/api/v1/audit/access?reader=auditor&limit=1");
		assertThat(reads.json().at("/reads/0/what").asString()).isEqualTo("find");
	}

	@ParameterizedTest
	@ValueSource(strings = { "status=live", "step=6", "limit=0", "limit=101", "cursor=x", "started_from=yesterday",
			"started_to=%2B999999999-01-01T00:00:00Z", "q=", "q=%00", "user=" })
	void whatMakesNoSenseIsRefused(String query) {
		assertRefused(this.auditor.get(FIND + "?" + query), 400, "INVALID_REQUEST");
	}

	private String started(Caller caller) {
		return caller.start(Map.of("sector", this.sector)).field("session_id");
	}

	private List<String> said(String words) {
		return find("&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
	}

	private List<String> find(String query) {
		return this.auditor.get(FIND + "?sector=" + this.sector + query)
			.json()
			.get("sessions")
			.valueStream()
			.map((it) -> it.get("session_id").asString())
			.toList();
	}

}
