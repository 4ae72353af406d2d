package io.coachflow.contracts.enrichment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void aResultDependsOnWhatItsInputHeld() {
		Receipt receipt = receipt(List.of("sector", "vision"));

		assertThat(receipt.dependsOnAny(Set.of(SessionInput.VISION))).isTrue();
		assertThat(receipt.dependsOnAny(Set.of(SessionInput.OFFRE, SessionInput.SECTOR))).isTrue();
		assertThat(receipt.dependsOnAny(Set.of(SessionInput.OFFRE, SessionInput.CITY))).isFalse();
		assertThat(receipt.dependsOnAny(Set.of())).isFalse();
	}

	@Test
	void anInputThatNobodyRecordedMayHaveHeldAnything() {
		assertThat(receipt(null).dependsOnAny(Set.of(SessionInput.CITY))).isTrue();
		assertThat(receipt(null).dependsOnAny(Set.of())).isFalse();
	}

	@Test
	void anOldReceiptStaysAsItWas() {
		String old = "{\"model\":\"rules\",\"prompt_version\":\"1\",\"input_hash\":\"00\",\"tokens_in\":0,\"tokens_out\":0,\"price_usd\":0,\"latency_ms\":12}";

		assertThat(JSON.readValue(old, Receipt.class)).isEqualTo(receipt(null));
		assertThat(JSON.readTree(JSON.writeValueAsString(receipt(null)))).isEqualTo(JSON.readTree(old));
		assertThat(JSON.readTree(JSON.writeValueAsString(receipt(List.of("city")))).get("inputs").get(0).asString())
			.isEqualTo("city");
	}

	/** A later version may know more of them. */
	@Test
	void anInputOfALaterVersionIsRead() {
		String newer = JSON.writeValueAsString(receipt(List.of("slogan")));

		assertThat(JSON.readValue(newer, Receipt.class).inputs()).containsExactly("slogan");
	}

	private static Receipt receipt(@Nullable List<String> inputs) {
		return new Receipt(Receipt.RULES, "1", "00", 0, 0, BigDecimal.ZERO, 12, inputs);
	}

}
