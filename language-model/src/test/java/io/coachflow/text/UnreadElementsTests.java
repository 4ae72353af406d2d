package io.coachflow.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnreadElementsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "a<SCRIPT src=x>b</script >c|a c", "a<!--b--><!--c-->d|a  d", "a<!--b|a<!--b",
					"a<!--<script>-->b|a b", "<script><!--</script>-->|~ -->~", "a<style>b</script>|a<style>b</script>",
					"a<scripted>b</script>|a<scripted>b</script>", "--></script>a|--></script>a",
					"a<script>b<script>c</script>d</script>|a d</script>" })
	void areTakenOutWhereTheyEnd(String text, String left) {
		assertThat(UnreadElements.without(text)).isEqualTo(left);
	}

}
