package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import redis.embedded.RedisServer;

/**
 * A real Redis in memory, which writes nothing to disk: a cache.
 */
public final class Redis implements AutoCloseable {

	private final RedisServer server;

	private final RedisClient client;

	private final int port;

	private Redis(RedisServer server, int port) {
		this.server = server;
		this.port = port;
		this.client = RedisClient.create(url(0));
	}

	/** Starts a server on a free port of the loopback interface. */
	public static Redis start() throws IOException {
		int port = freePort();
		RedisServer server = RedisServer.newRedisServer()
			.port(port)
			.bind("127.0.0.1")
			.setting("save \"\"")
			.setting("appendonly no")
			.build();
		server.start();
		return new Redis(server, port);
	}

	/**
	 * Where a database of the server is.
	 * @param database 0 to 15
	 */
	public String url(int database) {
		return "redis://127.0.0.1:" + this.port + "/" + database;
	}

	/** Connects to the first database; to be closed. */
	public StatefulRedisConnection<String, String> connect() {
		return this.client.connect();
	}

	/** Empties all databases. */
	public void flush() {
		try (StatefulRedisConnection<String, String> connection = connect()) {
			connection.sync().flushall();
		}
	}

	/** The server's process. */
	public long pid() {
		return Long.parseLong(info("process_id"));
	}

	/** The server's version. */
	public String version() {
		return info("redis_version");
	}

	private String info(String field) {
		try (StatefulRedisConnection<String, String> connection = connect()) {
			return connection.sync()
				.info("server")
				.lines()
				.filter((line) -> line.startsWith(field + ":"))
				.map((line) -> line.substring(field.length() + 1).strip())
				.findFirst()
				.orElseThrow();
		}
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() throws IOException {
		this.client.shutdown();
		this.server.stop();
	}

}
