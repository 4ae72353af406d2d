package io.coachflow.command.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

import io.coachflow.contracts.session.SessionIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * RFC 9562, section 5.7: 48 bits of milliseconds since 1970, four of version, 12 random
 * ones, two of variant, 62 random ones.
 */
class SessionIdGeneratorTests {

	private static final Instant EXAMPLE = Instant.parse("2022-02-22T19:22:22Z");

	@ParameterizedTest
	@CsvSource({
			// The example of the RFC, appendix A.6
			"2022-02-22T19:22:22Z,         0cc318c4dc0c0c07398f, 017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
			"2022-02-22T19:22:22.001999Z,  0cc318c4dc0c0c07398f, 017f22e2-79b1-7cc3-98c4-dc0c0c07398f",
			"1970-01-01T00:00:00Z,         00000000000000000000, 00000000-0000-7000-8000-000000000000",
			"+10889-08-02T05:31:50.655Z,   ffffffffffffffffffff, ffffffff-ffff-7fff-bfff-ffffffffffff" })
	void anIdHasTheLayoutOfVersion7(Instant time, String random, String id) {
		assertThat(new SessionIdGenerator(Clock.fixed(time, ZoneOffset.UTC), fixed(random)).next()).isEqualTo(id);
	}

	@Test
	void idsSortByTheMillisecondAsTextAndAsUuid() {
		List<String> ids = new ArrayList<>();
		for (long time = 0; time < 1_000; time++) {
			Instant now = EXAMPLE.plus(Duration.ofMillis(time * 977));
			ids.add(new SessionIdGenerator(Clock.fixed(now, ZoneOffset.UTC)).next());
		}
		List<String> shuffled = new ArrayList<>(ids);
		Collections.shuffle(shuffled);
		assertThat(shuffled.stream().sorted()).isEqualTo(ids);
		assertThat(shuffled.stream().map(UUID::fromString).sorted().map(UUID::toString)).isEqualTo(ids);
	}

	@Test
	void idsOfOneMillisecondDifferInEveryBitThatIsRandom() {
		SessionIdGenerator generator = new SessionIdGenerator(Clock.fixed(EXAMPLE, ZoneOffset.UTC));
		Set<String> ids = new HashSet<>();
		long high = 0;
		long low = 0;
		for (int i = 0; i < 10_000; i++) {
			String id = generator.next();
			ids.add(id);
			assertThat(SessionIds.areOfForm(id)).isTrue();
			high |= UUID.fromString(id).getMostSignificantBits() ^ 0x017f22e2_79b0_7000L;
			low |= UUID.fromString(id).getLeastSignificantBits() ^ 0x8000_0000_0000_0000L;
		}
		assertThat(ids).hasSize(10_000);
		assertThat(high).isEqualTo(0x0fffL);
		assertThat(low).isEqualTo(0x3fff_ffff_ffff_ffffL);
	}

	private static RandomGenerator fixed(String bytes) {
		return new RandomGenerator() {
			@Override
			public void nextBytes(byte[] into) {
				System.arraycopy(HexFormat.of().parseHex(bytes), 0, into, 0, into.length);
			}

			@Override
			public long nextLong() {
				throw new UnsupportedOperationException();
			}
		};
	}

}
