package io.coachflow.local;

import java.nio.file.Path;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Where the local servers keep their data and listen.
 *
 * @param dataDir relative to the working directory, or absolute
 * @param postgresPort 1 to 65535
 * @param redisPort 1 to 65535
 */
record LocalSettings(@DefaultValue(".coachflow") String dataDir, @DefaultValue("15432") int postgresPort,
		@DefaultValue("16379") int redisPort) {

	static LocalSettings from(Environment environment) {
		return Binder.get(environment).bindOrCreate("coachflow.local", Bindable.of(LocalSettings.class));
	}

	Path dataPath() {
		return Path.of(this.dataDir).toAbsolutePath().normalize();
	}

}
