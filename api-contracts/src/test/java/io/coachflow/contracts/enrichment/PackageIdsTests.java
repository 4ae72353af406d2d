package io.coachflow.contracts.enrichment;

import java.util.UUID;
import java.util.stream.IntStream;

import io.coachflow.contracts.session.SessionIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackageIdsTests {

	@ParameterizedTest
	@CsvSource({ "0b0e7c3e-5f0c-4c56-9a38-6e7d1f1c2b3a, dd0eb347-217a-30aa-99e7-2edba0fd7dd3",
			"6fa459ea-ee8a-3ca4-894e-db77e160355e, 9d34c1a2-a867-3674-83ad-b985616ad35f",
			"no such session, 057d25ae-fe7b-36ea-a47e-e71c071facb9" })
	void packagesOfOlderSessionsKeepTheirIds(String session, String id) {
		assertThat(PackageIds.of(session)).isEqualTo(id);
	}

	@Test
	void aPackageBeginsWithTheTimeOfItsSession() {
		String id = PackageIds.of("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");

		assertThat(id).isEqualTo("017f22e2-79b0-7070-b8e9-0f98f8bad711");
		assertThat(UUID.fromString(id)).returns(7, UUID::version).returns(2, UUID::variant);
		assertThat(SessionIds.areOfForm(id)).isTrue();
	}

	@Test
	void sessionsOfOneMillisecondHavePackagesOfTheirOwn() {
		assertThat(IntStream.range(0, 10_000)
			.mapToObj((i) -> PackageIds.of("017f22e2-79b0-7cc3-98c4-%012x".formatted(i)))
			.distinct()).hasSize(10_000);
	}

}
