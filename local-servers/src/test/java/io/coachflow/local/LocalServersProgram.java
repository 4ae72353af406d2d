package io.coachflow.local;

import java.nio.file.Path;

/** Another application in a JVM of its own, for a test to kill. */
public final class LocalServersProgram {

	private LocalServersProgram() {
	}

	/**
	 * Holds a data directory and runs both servers until the end of standard input.
	 * @param args the directory and the ports of PostgreSQL and Redis
	 * @throws Exception if it fails, which ends it with a trace
	 */
	public static void main(String[] args) throws Exception {
		try (DataDirectory directory = DataDirectory.hold(Path.of(args[0]));
				LocalPostgres postgres = LocalPostgres.start(directory.postgres(), Integer.parseInt(args[1]),
						System.out::println);
				LocalRedis redis = LocalRedis.start(directory.redis(), Integer.parseInt(args[2]),
						System.out::println)) {
			System.out.printf("running %d %d%n", postgres.pid(), redis.pid());
			System.in.readAllBytes();
		}
	}

}
