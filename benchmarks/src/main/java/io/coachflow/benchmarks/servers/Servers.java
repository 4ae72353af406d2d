package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;

/**
 * Everything that a run starts, in a folder that it leaves no trace of.
 */
public final class Servers implements AutoCloseable {

	/**
	 * Packages are another node's work: their agents would take the cores that steps are
	 * measured on.
	 */
	public static final String ROLES = "api,projections";

	private final Path folder;

	private final Path jar;

	private final List<String> jvmOptions;

	private final Deque<AutoCloseable> running = new ArrayDeque<>();

	private final Postgres postgres;

	private final Redis redis;

	private final Issuer issuer;

	private Servers(Path folder, Path jar, List<String> jvmOptions) throws IOException, SQLException, JOSEException {
		this.folder = folder;
		this.jar = jar;
		this.jvmOptions = jvmOptions;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-servers"));
		this.postgres = keep(Postgres.start(folder.resolve("postgres")));
		this.redis = keep(Redis.start());
		this.issuer = keep(Issuer.start());
	}

	/**
	 * Starts PostgreSQL, Redis and the issuer.
	 * @param parent a folder on a real disk, in which a temporary one is made
	 * @param jar the production jar
	 * @param jvmOptions what its JVM gets
	 */
	public static Servers start(Path parent, Path jar, List<String> jvmOptions)
			throws IOException, SQLException, JOSEException {
		return new Servers(Files.createTempDirectory(Files.createDirectories(parent), "run").toAbsolutePath(), jar,
				jvmOptions);
	}

	/**
	 * Starts the production jar, without waiting for it.
	 * @param database its PostgreSQL database, which exists
	 * @param redisDatabase its Redis database, 0 to 15
	 * @param more of its environment
	 */
	public Coachflow launch(String database, int redisDatabase, Map<String, String> more) throws IOException {
		return launch(this.jar, database, redisDatabase, more);
	}

	/** The same with another jar. */
	public Coachflow launch(Path jar, String database, int redisDatabase, Map<String, String> more) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(this.jvmOptions);
		// A compiler thread that ended would take its CPU time along
		command.add("-XX:-UseDynamicNumberOfCompilerThreads");
		command.addAll(
				List.of("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
		ProcessBuilder builder = new ProcessBuilder(command);
		// Versions of every age are started: only settings that all of them understand
		builder.environment()
			.putAll(Map.of("SPRING_PROFILES_ACTIVE", "prod", "COACHFLOW_ROLES", ROLES, "SPRING_DATASOURCE_URL",
					this.postgres.url(database), "SPRING_DATASOURCE_USERNAME", Postgres.USER,
					"SPRING_DATASOURCE_PASSWORD", Postgres.USER, "SPRING_DATA_REDIS_URL", this.redis.url(redisDatabase),
					"SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", this.issuer.uri(),
					"SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI", this.issuer.keysUri()));
		builder.environment().putAll(more);
		return keep(Coachflow.launch(builder, this.folder.resolve(database + ".log")));
	}

	/**
	 * Starts a peer on a database of its own, without waiting for it.
	 * @param peers where it is installed
	 */
	public Coachflow launch(Peer peer, Path peers) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(peer.program(peers).toString());
		builder.environment()
			.putAll(Map.of("DATABASE_URL", this.postgres.uri(peer.database()), "JDBC_URL",
					this.postgres.url(peer.database()), "DATABASE_USER", Postgres.USER, "REDIS_URL", this.redis.url(0),
					"ISSUER", this.issuer.uri(), "JWKS_URL", this.issuer.keysUri(), "PEER_JAVA",
					System.getProperty("java.home") + "/bin/java"));
		return keep(Coachflow.launch(builder, this.folder.resolve(peer.database() + ".log")));
	}

	/** The database server. */
	public Postgres postgres() {
		return this.postgres;
	}

	/** The Redis server. */
	public Redis redis() {
		return this.redis;
	}

	/** Who signs the tokens. */
	public Issuer issuer() {
		return this.issuer;
	}

	private synchronized <T extends AutoCloseable> T keep(T server) {
		this.running.push(server);
		return server;
	}

	/** Ends what runs, the youngest first, and deletes the folder. */
	@Override
	public synchronized void close() {
		while (!this.running.isEmpty()) {
			try {
				this.running.pop().close();
			}
			catch (Exception ex) {
				System.err.println("A server did not end well: " + ex);
			}
		}
		deleteFolder();
	}

	private void deleteFolder() {
		if (Files.exists(this.folder)) {
			try (Stream<Path> files = Files.walk(this.folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.deleteIfExists(file);
				}
			}
			catch (IOException ex) {
				System.err.println("Left behind: " + this.folder + " (" + ex + ")");
			}
		}
	}

}
