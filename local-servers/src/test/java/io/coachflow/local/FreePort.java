package io.coachflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface for servers that tests start, stop and start again.
 * They lie below those that the system gives to connections: else a connection could take
 * a server's port while the server is away, or even connect to itself there.
 */
public final class FreePort {

	private static final int FIRST = 16_384;

	private static final int END = 32_768;

	private static final Set<Integer> given = ConcurrentHashMap.newKeySet();

	private FreePort() {
	}

	/** A port that nobody listens on, and that nobody else here was given. */
	public static int next() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, END);
			if (given.add(port) && isFree(port)) {
				return port;
			}
		}
	}

	private static boolean isFree(int port) {
		try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

}
