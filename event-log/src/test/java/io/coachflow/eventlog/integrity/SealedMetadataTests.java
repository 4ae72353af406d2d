package io.coachflow.eventlog.integrity;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SealedMetadataTests {

	private static final byte[] HASH = HexFormat.of().parseHex("00ff".repeat(16));

	private static final String HEX = "00ff".repeat(16);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			{} | {"hash":"#"}
			{"a":"b"} | {"a":"b","hash":"#"}
			{"hash":"x"} | {"hash":"x","hash":"#"}
			""")
	void theHashIsTheLastEntry(String metadata, String sealed) {
		assertThat(new String(SealedMetadata.seal(bytes(metadata), HASH), StandardCharsets.UTF_8))
			.isEqualTo(sealed.replace("#", HEX));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "}", "{}", "{}}", "{ }", "{,", "{;", ",", ";", ";}", ",}", "{\"a\":\"b\"}",
			"{\"a\":\"b\"]", "{\"a\":\"b\"", "{\"hash\":\"\"}", "{\"a\":1,\"hash\":\"00\"}", "[]", "\u00e9", "null" })
	void takingTheHashOffGivesBackEveryByte(String metadata) {
		assertGivenBack(bytes(metadata));
	}

	@Test
	void damageIsGivenBackToo() {
		Random random = new Random(4711);
		byte[] metadata = bytes("{\"user_id\":\"demo\",\"language\":\"fr\"}");
		for (int i = 0; i < metadata.length; i++) {
			byte[] damaged = metadata.clone();
			damaged[i] ^= (byte) (1 + random.nextInt(255));
			assertGivenBack(damaged);
		}
	}

	@Test
	void whatWasNoObjectDoesNotBecomeOne() {
		assertThat(SealedMetadata.seal(bytes("{\"a\":\"b\""), HASH))
			.isNotEqualTo(SealedMetadata.seal(bytes("{\"a\":\"b\"}"), HASH));
	}

	@Test
	void aHashOfAnotherLengthIsGivenBackAsItIs() {
		for (byte[] hash : new byte[][] { {}, { 1 }, new byte[64] }) {
			assertThat(SealedMetadata.unseal(SealedMetadata.seal(bytes("{}"), hash))).get()
				.extracting(SealedMetadata::hash)
				.isEqualTo(hash);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"hash\":\"xy\"}", "{\"hash\":\"0\"}", "{\"hash\":\"00\"", "x\"hash\":\"00\"}",
			"{\"a\":{\"hash\":\"00\"}}", "\"hash\":\"00\"}", "{\"hash\":\"}" })
	void whatWasNotSealedHasNoHash(String metadata) {
		assertThat(SealedMetadata.unseal(bytes(metadata))).isEmpty();
	}

	@Test
	void aMapHasOneForm() {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("user_id", "d\"\\\n\u00e9\u2028");
		metadata.put("hash", HEX);
		metadata.put("count", 7);
		metadata.put("again", true);
		metadata.put("none", null);

		assertThat(new String(SealedMetadata.canonical(metadata), StandardCharsets.UTF_8))
			.isEqualTo("{\"again\":true,\"count\":7,\"none\":null,\"user_id\":\"d\\\"\\\\\\u000a\u00e9\u2028\"}");
		assertThat(SealedMetadata.canonical(Map.of("hash", HEX))).isEqualTo(bytes("{}"));
	}

	private static void assertGivenBack(byte[] metadata) {
		SealedMetadata unsealed = SealedMetadata.unseal(SealedMetadata.seal(metadata, HASH)).orElseThrow();
		assertThat(unsealed.metadata()).isEqualTo(metadata);
		assertThat(unsealed.hash()).isEqualTo(HASH);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
