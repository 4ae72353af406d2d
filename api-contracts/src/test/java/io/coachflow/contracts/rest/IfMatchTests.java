package io.coachflow.contracts.rest;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IfMatchTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "*", " * " })
	void anyStateWillDoWhereItIsAbsentOrAStar(String header) {
		assertThat(IfMatch.tags(header)).isNull();
		assertThat(IfMatch.sequences(header)).isNull();
		assertThat(IfMatch.packageSequences(header)).isNull();
	}

	@Test
	void namesSequences() {
		assertThat(IfMatch.sequences("\"0\"")).containsExactly(0L);
		assertThat(IfMatch.sequences(" \"42\" ")).containsExactly(42L);
		assertThat(IfMatch.sequences("\"2\", \"3\",\"2\" , ,\"x\", W/\"7\" ,")).containsExactlyInAnyOrder(2L, 3L);
	}

	@Test
	void namesTheSequenceOfAPackageInAnyOfItsForms() {
		assertThat(IfMatch.packageSequences("\"12-markdown\", \"13\"")).containsExactlyInAnyOrder(12L, 13L);
		assertThat(IfMatch.sequences("\"12-markdown\"")).isEmpty();
	}

	@Test
	void aCommaInATagSeparatesNothing() {
		assertThat(IfMatch.tags("\"a,b\", \"c\"")).containsExactlyInAnyOrder("a,b", "c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\"x\"", "W/\"2\"", "\"-1\"", "\"+2\"", "\"2.0\"", "\"02\"", "\"00\"",
			"\"9999999999999999999\"", "\"2,\"" })
	void matchesNothingWhereNoSessionHasSuchATag(String header) {
		assertThat(IfMatch.sequences(header)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", "2", "'2'", "\"2", "2\"", "\"2\"\"3\"", "\"2\" \"3\"", "**", "*, \"2\"",
			"\"2\", *", "w/\"2\"", "\" 2\"", "\"\u0662\"", "W/2", "\"2\", 3" })
	void whatIsNoEntityTagIsRefused(String header) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> IfMatch.tags(header))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
	}

}
