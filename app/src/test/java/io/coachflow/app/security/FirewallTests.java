package io.coachflow.app.security;

import java.util.function.Predicate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The firewall refuses what Spring's rules refuse, no more and no less.
 */
class FirewallTests {

	@ParameterizedTest
	@ValueSource(strings = { "%s", "%sBearer ey", "Bearer ey%s", "ey%sJ" })
	void everyCharacterAnywhereIsJudgedAsBySpring(String place) {
		assertSame(StrictHttpFirewall.ALLOWED_HEADER_NAMES, place);
		assertSame(StrictHttpFirewall.ALLOWED_HEADER_VALUES, place);
	}

	private static void assertSame(Predicate<String> rule, String place) {
		Predicate<String> shortened = FirewallConfiguration.unlessPlain(rule);
		assertThat(shortened.test("")).isEqualTo(rule.test(""));
		for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
			String text = place.replace("%s", Character.toString(character));
			if (shortened.test(text) != rule.test(text)) {
				throw new AssertionError("U+" + Integer.toHexString(character) + " in " + place);
			}
		}
	}

}
