package io.coachflow.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The part of the Redis protocol that asks a server for its identity and stops it. */
final class RedisConnection implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final Socket socket;

	private final InputStream input;

	private RedisConnection(Socket socket) throws IOException {
		this.socket = socket;
		this.input = new BufferedInputStream(socket.getInputStream());
	}

	static RedisConnection open(int port) throws IOException {
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(LoopbackPort.HOST, port), (int) TIMEOUT.toMillis());
			socket.setSoTimeout((int) TIMEOUT.toMillis());
			return new RedisConnection(socket);
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	/**
	 * Sends a command.
	 * @param command words without blanks in them, separated by blanks
	 * @return the reply; of an array its last element
	 * @throws IOException if the server refuses, does not answer within 5 s or closes the
	 * connection
	 */
	String ask(String command) throws IOException {
		this.socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
		return readReply();
	}

	private String readReply() throws IOException {
		String line = readLine();
		String rest = line.substring(1);
		return switch (line.charAt(0)) {
			case '+', ':' -> rest;
			case '$' -> readBulk(Integer.parseInt(rest));
			case '*' -> readLast(Integer.parseInt(rest));
			default -> throw new IOException("Redis answered " + line);
		};
	}

	private String readLast(int count) throws IOException {
		String last = "";
		for (int i = 0; i < count; i++) {
			last = readReply();
		}
		return last;
	}

	private String readBulk(int length) throws IOException {
		String value = new String(this.input.readNBytes(Math.max(length, 0)), StandardCharsets.UTF_8);
		readLine();
		return value;
	}

	private String readLine() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new EOFException("Redis closed the connection");
			}
			if (next != '\r') {
				line.write(next);
			}
		}
		return line.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
