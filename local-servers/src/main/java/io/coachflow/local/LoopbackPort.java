package io.coachflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/**
 * A port on 127.0.0.1 that one of the servers will listen on.
 *
 * @param server the name shown to people
 * @param number 1 to 65535
 * @param property the setting that chooses another port
 */
record LoopbackPort(String server, int number, String property) {

	static final String HOST = "127.0.0.1";

	static LoopbackPort ofPostgres(int number) {
		return new LoopbackPort("PostgreSQL", number, "coachflow.local.postgres-port");
	}

	static LoopbackPort ofRedis(int number) {
		return new LoopbackPort("Redis", number, "coachflow.local.redis-port");
	}

	/**
	 * Checks that nothing listens on the port.
	 * @throws LocalServersException if the port is taken or out of range
	 */
	void requireFree() {
		if (this.number < 1 || this.number > 65535) {
			throw new LocalServersException(
					"%s cannot listen on port %d: ports go from 1 to 65535.".formatted(this.server, this.number),
					"Choose " + another());
		}
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), this.number));
		}
		catch (IOException ex) {
			throw new LocalServersException(
					"%s cannot listen on port %d of %s: another program uses it, or it is not allowed (%s)."
						.formatted(this.server, this.number, HOST, ex.getMessage()),
					"Stop that program, or choose " + another(), ex);
		}
	}

	private String another() {
		return "another port with %s (property %s).".formatted(environmentVariable(), this.property);
	}

	private String environmentVariable() {
		return this.property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
