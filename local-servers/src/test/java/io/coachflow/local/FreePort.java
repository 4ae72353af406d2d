package io.coachflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface for servers that tests start, stop and start again.
 * They are below the range from which the system takes ports for connections: else a
 * connection could take the port of a stopped server, or even connect to itself.
 */
public final class FreePort {

	private static final int FIRST = 16_384;

	private static final int END = 32_768;

	private static final Set<Integer> given = ConcurrentHashMap.newKeySet();

	private FreePort() {
	}

	/** A port that nobody listens on. Each is returned only once. */
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
