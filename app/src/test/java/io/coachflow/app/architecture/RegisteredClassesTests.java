package io.coachflow.app.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files on the class path name classes that Spring Boot loads. It passes over some that
 * are not there without a word.
 */
class RegisteredClassesTests {

	@Test
	void everyClassThatIsRegisteredExists() throws IOException {
		List<String> ours = registered().stream().filter((name) -> name.startsWith("io.coachflow.")).toList();

		assertThat(ours).hasSizeGreaterThan(3)
			.allSatisfy(
					(name) -> assertThat(ClassUtils.isPresent(name, getClass().getClassLoader())).as(name).isTrue());
	}

	private List<String> registered() throws IOException {
		List<String> names = new ArrayList<>();
		for (URL file : resources("META-INF/spring.factories")) {
			Properties properties = new Properties();
			try (InputStream in = file.openStream()) {
				properties.load(in);
			}
			properties.values().forEach((value) -> names.addAll(Arrays.asList(value.toString().split("\\s*,\\s*"))));
		}
		for (URL file : resources("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")) {
			try (InputStream in = file.openStream()) {
				names.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
			}
		}
		return names;
	}

	private List<URL> resources(String name) throws IOException {
		return Collections.list(getClass().getClassLoader().getResources(name));
	}

}
