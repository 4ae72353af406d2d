package io.coachflow.eventlog.integrity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventHashTests {

	private static final byte[] PAYLOAD = "{\"answer\":\"é\"}".getBytes(StandardCharsets.UTF_8);

	private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

	private static final Instant TIME = Instant.parse("2026-11-22T19:00:00.123456Z");

	/**
	 * The expected hashes come from Python's hashlib and struct, by the description
	 * alone.
	 */
	@Test
	void theHashIsTheOneThatTheDescriptionGives() {
		byte[] first = EventHash.of(EventHash.NONE, "s", 0, "io.coachflow.session.started", "1", TIME, PAYLOAD,
				METADATA);
		byte[] second = EventHash.of(first, "s", 1, "io.coachflow.session.started", null, TIME, PAYLOAD, METADATA);

		assertThat(HexFormat.of().formatHex(first))
			.isEqualTo("c23f39e131c044b695310e6172a6abadd0c560084d6af042530237e324b8b6a0");
		assertThat(HexFormat.of().formatHex(second))
			.isEqualTo("ae0f9ad095e086be905a4cda6eb8f8298093aa19fa48240df402bd960bbe608f");
	}

	@Test
	void bytesThatMoveFromOnePartToTheNextAreSeen() {
		assertThat(EventHash.of(EventHash.NONE, "ab", 0, "c", "1", TIME, PAYLOAD, METADATA))
			.isNotEqualTo(EventHash.of(EventHash.NONE, "a", 0, "bc", "1", TIME, PAYLOAD, METADATA));
	}

}
