package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A provider of language models that takes every request and never answers.
 */
public final class SilentProvider implements AutoCloseable {

	private final ServerSocket server;

	private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();

	private SilentProvider() throws IOException {
		this.server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
	}

	/** Begins to take requests. */
	public static SilentProvider start() throws IOException {
		SilentProvider provider = new SilentProvider();
		Thread.ofVirtual().start(provider::accept);
		return provider;
	}

	/** What a service needs to ask it, as environment variables. */
	public Map<String, String> settings() {
		return Map.of("COACHFLOW_AI_PROVIDER", "openai", "COACHFLOW_AI_BASEURL",
				"http://127.0.0.1:" + this.server.getLocalPort() + "/v1", "COACHFLOW_AI_APIKEY", "none",
				"COACHFLOW_AI_MODEL", "silent");
	}

	/** How many requests there were, or connections that may bear several. */
	public int asked() {
		return this.callers.size();
	}

	private void accept() {
		try {
			while (true) {
				this.callers.add(this.server.accept());
			}
		}
		catch (IOException ex) {
			// Closed
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket caller : this.callers) {
			caller.close();
		}
	}

}
