package io.coachflow.text;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Sha256Tests {

	/** The first examples of FIPS 180-2. */
	@Test
	void isThatOfTheStandard() {
		assertThat(Sha256.ofBytes(bytes("abc")))
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(Sha256.ofBytes()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	}

	/** Receipts store this hash, so it must not change. */
	@Test
	void theHashOfTextsStaysAsItIs() {
		assertThat(Sha256.of("abc", "é"))
			.isEqualTo(Sha256.ofBytes(new byte[] { 0, 0, 0, 3 }, bytes("abc"), new byte[] { 0, 0, 0, 2 }, bytes("é")));
	}

	@Property
	void noTextTakesAWordFromItsNeighbour(@ForAll String one, @ForAll @NotEmpty String other) {
		assertThat(Sha256.of(one, other)).isNotEqualTo(Sha256.of(one + other))
			.isNotEqualTo(Sha256.of(one + other, ""))
			.hasSize(64);
	}

	@Property
	void partsFollowOneAnother(@ForAll byte[] one, @ForAll byte[] other) {
		byte[] both = new byte[one.length + other.length];
		System.arraycopy(one, 0, both, 0, one.length);
		System.arraycopy(other, 0, both, one.length, other.length);

		assertThat(Sha256.ofBytes(one, other)).isEqualTo(Sha256.ofBytes(both));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
