package io.coachflow.query.projection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.coachflow.eventlog.processor.ProcessorTokens;
import io.coachflow.query.TestStores;
import io.coachflow.query.projection.ProjectionTokens.Progress;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The progress of processors, by their tokens in PostgreSQL.
 */
class ProjectionTokensIT {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final String MODEL = "session-list";

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final ProjectionTokens tokens = new ProjectionTokens(stores.jdbc(), Jackson3Serializer.builder().build(),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void empty() {
		stores.clear("token_entry", "dead_letter");
	}

	@Test
	void whatNeverRanHasNoSegments() {
		assertThat(this.tokens.of(MODEL)).isEqualTo(new Progress(0, 0, 0));
	}

	@Test
	void theSegmentFurthestBehindCounts() {
		segment(MODEL, 0, 17L, "node", NOW);
		segment(MODEL, 1, 12L, "node", NOW);
		segment("session-list_b", 0, 5L, "node", NOW);

		assertThat(this.tokens.of(MODEL)).isEqualTo(new Progress(2, 2, 12));
		assertThat(this.tokens.of("session-list_b")).isEqualTo(new Progress(1, 1, 5));
	}

	@Test
	void aSegmentWithoutATokenIsAtTheBeginning() {
		segment(MODEL, 0, 17L, "node", NOW);
		segment(MODEL, 1, null, "node", NOW);

		assertThat(this.tokens.of(MODEL)).isEqualTo(new Progress(2, 2, 0));
	}

	@Test
	void aClaimThatTimedOutOrWasReleasedIsNone() {
		Instant timeout = NOW.minus(ProcessorTokens.CLAIM_TIMEOUT);
		segment(MODEL, 0, 17L, "node", timeout.plusMillis(1));
		segment(MODEL, 1, 17L, "dead node", timeout);
		segment(MODEL, 2, 17L, null, NOW);

		assertThat(this.tokens.of(MODEL)).isEqualTo(new Progress(3, 1, 17));
	}

	@Test
	void whatIsForgottenNeverRan() {
		segment(MODEL, 0, 17L, "node", NOW);
		segment("funnel", 0, 17L, "node", NOW);

		this.tokens.delete(MODEL);

		assertThat(this.tokens.of(MODEL).segments()).isZero();
		assertThat(this.tokens.of("funnel").segments()).isEqualTo(1);
	}

	@Test
	void liveProjectionsAreThoseThatReadersRead() {
		segment(MODEL, 0, 17L, "node", NOW);
		segment("session-list_b", 0, 5L, "node", NOW);
		LiveProjections green = new LiveProjections((_) -> Slot.GREEN, this.tokens, new DeadLetterTable(stores.jdbc()));
		LiveProjections blue = new LiveProjections((_) -> Slot.BLUE, this.tokens, new DeadLetterTable(stores.jdbc()));

		assertThat(blue.position(MODEL)).isEqualTo(17);
		assertThat(green.position(MODEL)).isEqualTo(5);
		assertThat(green.isParked(MODEL, "s1")).isFalse();
	}

	private static void segment(String processor, int segment, @Nullable Long position, @Nullable String owner,
			Instant claimedAt) {
		byte[] token = (position != null) ? ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8)
				: null;
		stores.jdbc()
			.sql("""
					INSERT INTO token_entry (processor_name, segment, token, token_type, owner, claimed_at)
					VALUES (:processor, :segment, :token, :type, :owner, :claimed)""")
			.param("processor", processor)
			.param("segment", segment)
			.param("token", token)
			.param("type", (position != null) ? GlobalSequenceTrackingToken.class.getName() : null)
			.param("owner", owner)
			.param("claimed", claimedAt.toString())
			.update();
	}

}
