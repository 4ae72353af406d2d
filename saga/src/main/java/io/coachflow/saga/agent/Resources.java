package io.coachflow.saga.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the agents' knowledge files, which are YAML.
 */
public final class Resources {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
		.build();

	private Resources() {
	}

	/**
	 * The file on the class path, as the type.
	 * @throws IllegalStateException if the file is missing or does not fit the type,
	 * naming it
	 */
	public static <T> T read(String path, Class<T> type) {
		try (InputStream in = Resources.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("The file " + path + " is missing on the class path");
			}
			return YAML.readValue(in, type);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("The file " + path + " does not fit " + type.getSimpleName(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the file " + path, ex);
		}
	}

}
