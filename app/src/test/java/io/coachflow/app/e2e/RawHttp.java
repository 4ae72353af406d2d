package io.coachflow.app.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends requests that no well-behaved client would, byte by byte.
 */
final class RawHttp {

	private RawHttp() {
	}

	/** Sends a head with the usual headers, and no body. */
	static Answer send(int port, String requestLine, String... headers) throws IOException {
		return sendBytes(port, head(requestLine, headers));
	}

	/** Sends the same and resets the connection without reading the answer. */
	static void sendAndHangUp(int port, String requestLine, String... headers) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoLinger(true, 0);
			socket.getOutputStream().write(head(requestLine, headers));
		}
	}

	private static byte[] head(String requestLine, String... headers) {
		StringBuilder head = new StringBuilder(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	/** Sends bytes, and reads the whole response, or until the server has no more. */
	static Answer sendBytes(int port, byte[] request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(15_000);
			write(socket, request);
			ByteArrayOutputStream answer = new ByteArrayOutputStream();
			byte[] buffer = new byte[8192];
			int count = socket.getInputStream().read(buffer);
			while (count > 0) {
				answer.write(buffer, 0, count);
				count = Answer.isWhole(answer.toByteArray()) ? 0 : socket.getInputStream().read(buffer);
			}
			return Answer.of(answer.toByteArray());
		}
	}

	private static void write(Socket socket, byte[] request) {
		try {
			socket.getOutputStream().write(request);
		}
		catch (IOException _) {
			// A refused request may be cut off; its answer is there all the same
		}
	}

	/**
	 * What came back; the names of the headers in lower case.
	 */
	record Answer(int status, Map<String, String> headers, byte[] body) {

		private static Answer of(byte[] bytes) {
			String text = new String(bytes, StandardCharsets.ISO_8859_1);
			int end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				throw new AssertionError("Not an HTTP response: '" + text + "'");
			}
			String[] lines = text.substring(0, end).split("\r\n");
			Map<String, String> headers = new LinkedHashMap<>();
			Arrays.stream(lines).skip(1).forEach((line) -> {
				int colon = line.indexOf(':');
				headers.put(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).strip());
			});
			return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers,
					Arrays.copyOfRange(bytes, end + 4, bytes.length));
		}

		private static boolean isWhole(byte[] bytes) {
			if (new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
				Answer soFar = of(bytes);
				String length = soFar.header("content-length");
				return !length.isEmpty() && soFar.body().length >= Integer.parseInt(length);
			}
			return false;
		}

		String header(String name) {
			return this.headers.getOrDefault(name, "");
		}

		@Override
		public String toString() {
			return this.status + " " + this.headers + " " + new String(this.body, StandardCharsets.UTF_8);
		}

	}

}
