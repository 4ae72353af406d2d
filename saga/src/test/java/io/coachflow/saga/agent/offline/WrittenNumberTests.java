package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenNumberTests {

	@Property
	void aWholeNumberIsReadHoweverItIsGrouped(@ForAll @IntRange(min = 0, max = 999_999_999) int number) {
		String english = String.format(Locale.ENGLISH, "%,d", number);

		assertThat(WrittenNumber.of(english)).isEqualByComparingTo(BigDecimal.valueOf(number));
		assertThat(WrittenNumber.of(english.replace(',', ' '))).isEqualByComparingTo(BigDecimal.valueOf(number));
		assertThat(WrittenNumber.of(english.replace(',', '\u202F'))).isEqualByComparingTo(BigDecimal.valueOf(number));
	}

	@ParameterizedTest
	@CsvSource({ "two, 2", "Twelve, 12", "deux, 2", "douze, 12", "12, 12", "999, 999", "1000, 0", "many, 0" })
	void aSmallNumberIsReadInFiguresAndInWords(String written, int number) {
		assertThat(WrittenNumber.small(written)).isEqualByComparingTo(BigDecimal.valueOf(number));
	}

}
