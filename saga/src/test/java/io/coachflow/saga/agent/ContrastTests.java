package io.coachflow.saga.agent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ContrastTests {

	// Figures of the WebAIM contrast checker
	@ParameterizedTest
	@CsvSource({ "#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#777777, #ffffff, 4.47", "#767676, #ffffff, 4.54",
			"#0000ff, #ffffff, 8.59", "#ff0000, #ffffff, 3.99", "#ffff00, #ffffff, 1.07" })
	void isThatOfTheStandardInBothDirections(String one, String other, double contrast) {
		assertThat(Contrast.between(one, other)).isEqualTo(contrast);
		assertThat(Contrast.between(other, one)).isEqualTo(contrast);
	}

	@Test
	void knowsNoOtherWayToWriteAColour() {
		assertThat(Contrast.isColour("#12abef")).isTrue();
		assertThat(Contrast.isColour("#12ABEF")).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> Contrast.between("white", "#000000"));
	}

}
