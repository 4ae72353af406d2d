package io.coachflow.saga.agent;

import java.util.List;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.text.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class BriefHashTests {

	/** Receipts have the hash, so it must never change. */
	@Test
	void isThatOfTheCanonicalText() {
		String canonical = "2:fr5:Café1:v1:m1:a1:d1:o6:crafts3:1.03:0.713:sector,vision5:Dakar";

		assertThat(BriefHash.of(brief("Café", "v", "Dakar"))).isEqualTo(Sha256.ofBytes(canonical.getBytes(UTF_8)));
	}

	@Test
	void anAbsentLocationIsNoEmptyOne() {
		assertThat(BriefHash.of(brief("x", "v", null))).isNotEqualTo(BriefHash.of(brief("x", "v", "")))
			.isNotEqualTo(BriefHash.of(brief("x", "v", "-")));
	}

	@Test
	void noFieldTakesAWordFromItsNeighbour() {
		assertThat(BriefHash.of(brief("ab", "c", null))).isNotEqualTo(BriefHash.of(brief("a", "bc", null)));
	}

	private static Brief brief(String name, String vision, @Nullable String location) {
		return new Brief("fr", name, vision, "m", "a", "d", "o", "crafts", location, 1, 0.7,
				List.of("sector", "vision"));
	}

}
