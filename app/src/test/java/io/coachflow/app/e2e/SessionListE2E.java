package io.coachflow.app.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.coachflow.app.e2e.Caller.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.coachflow.app.e2e.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Owners find their sessions by status and by the name of the business, at once.
 */
@OnSharedCoachflow
class SessionListE2E {

	private final Caller demo;

	private final Caller other;

	/** Nobody else's. */
	private final String word = UUID.randomUUID().toString().substring(0, 8);

	SessionListE2E(RunningCoachflow coachflow) {
		this.demo = coachflow.demo();
		this.other = coachflow.caller("demo2", "coaching");
	}

	@Test
	void whatWasWrittenIsFoundAtOnceByItsStatus() {
		String fresh = started(this.demo, "Le Café");
		String begun = started(this.demo, "LE CAFE");
		String completed = started(this.demo, "Port");
		String deleted = started(this.demo, "Le Café");
		this.demo.step(begun, "In 2031 we run three restaurants in Dakar");
		CoachingSessionE2E.STEPS.forEach((step) -> this.demo.step(completed,
				"In 2031 we run 3 restaurants in Dakar that serve 40,000 guests a year without waste, for " + step));
		this.demo.complete(completed);
		this.demo.delete(Caller.COACHING + "/session/" + deleted);

		assertThat(found(this.demo, "initialized", this.word)).containsExactly(fresh);
		assertThat(found(this.demo, "in_progress", this.word)).containsExactly(begun);
		assertThat(found(this.demo, "completed", this.word)).containsExactly(completed);
		assertThat(found(this.demo, "expired", this.word)).isEmpty();
		assertThat(found(this.demo, "in_progress", "port " + this.word)).isEmpty();
	}

	@Test
	void aNameIsFoundWithoutRegardToCaseAndAccents() {
		String upper = started(this.demo, "LE CAFÉ");
		String plain = started(this.demo, "le cafe");

		for (String typed : List.of("cafe", "Café", "cafe\u0301", "LE CAFE", " le café ")) {
			assertThat(found(this.demo, null, typed.strip() + " " + this.word)).as(typed).containsExactly(plain, upper);
		}
		for (String typed : List.of("caf_", "%", "caf%", "cafes")) {
			assertThat(found(this.demo, null, typed + " " + this.word)).as(typed).isEmpty();
		}
	}

	@Test
	void nobodyFindsWhatIsSomebodyElses() {
		String theirs = started(this.other, "Le Café");

		assertThat(found(this.other, null, this.word)).containsExactly(theirs);
		assertThat(found(this.demo, null, this.word)).isEmpty();
		assertThat(found(this.demo, "initialized", this.word)).isEmpty();
	}

	@Test
	void pagesFollowOneAnotherWithTheSameConditionsOnly() {
		List<String> sessions = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			sessions.addFirst(started(this.demo, "Café"));
			started(this.demo, null);
		}
		String asked = "limit=2&status=initialized&q=" + this.word;
		List<String> found = new ArrayList<>();
		String cursor = "";
		for (int pages = 0; pages < 3; pages++) {
			JsonNode page = list(this.demo, asked + cursor).json();
			found.addAll(ids(page));
			assertThat(page.get("next_cursor").isNull()).isEqualTo(pages == 2);
			cursor = "&cursor=" + page.get("next_cursor").asString("");
		}
		assertThat(found).isEqualTo(sessions);

		String next = "&cursor=" + list(this.demo, asked).field("next_cursor");
		assertThat(list(this.demo, asked + "%20" + next).status()).isEqualTo(200);
		for (String others : List.of("limit=2", "limit=2&status=initialized", "limit=2&status=expired&q=" + this.word,
				"limit=2&status=initialized&q=" + this.word.substring(1))) {
			assertRefused(list(this.demo, others + next), 400, "INVALID_REQUEST");
		}
		String ofAll = "&cursor=" + list(this.demo, "limit=1").field("next_cursor");
		assertRefused(list(this.demo, "status=completed" + ofAll), 400, "INVALID_REQUEST");
	}

	@Test
	void aRefusalNamesWhatIsKnown() {
		assertThat(list(this.demo, "status=deleted").field("message"))
			.isEqualTo("status is initialized, in_progress, completed, expired.");
		assertRefused(list(this.demo, "q=" + "x".repeat(101)), 400, "INVALID_REQUEST");
		assertThat(list(this.demo, "q=" + "x".repeat(100)).status()).isEqualTo(200);
	}

	private String started(Caller caller, @Nullable String name) {
		return caller.start((name != null) ? Map.of("business_name", name + " " + this.word) : Map.of())
			.field("session_id");
	}

	private static List<String> found(Caller caller, @Nullable String status, String q) {
		return ids(list(caller, ((status != null) ? "status=" + status + "&" : "") + "q="
				+ URLEncoder.encode(q, StandardCharsets.UTF_8))
			.json());
	}

	private static Answer list(Caller caller, String query) {
		return caller.get(Caller.COACHING + "/sessions?" + query);
	}

	private static List<String> ids(JsonNode page) {
		return page.get("sessions").valueStream().map((it) -> it.get("session_id").asString()).toList();
	}

}
