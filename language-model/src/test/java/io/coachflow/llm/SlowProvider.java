package io.coachflow.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider that takes a request, then misbehaves byte by byte, and notices when its
 * caller closes the connection.
 */
final class SlowProvider implements AutoCloseable {

	static final String HEADERS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

	private final ServerSocket server;

	private final Behaviour behaviour;

	private final AtomicInteger asked = new AtomicInteger();

	private final CountDownLatch hungUp = new CountDownLatch(1);

	SlowProvider(Behaviour behaviour) throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.behaviour = behaviour;
		Thread.ofVirtual().start(this::serve);
	}

	/** What it sends; throws once the caller has closed the connection. */
	interface Behaviour {

		void answer(OutputStream out) throws IOException, InterruptedException;

	}

	int port() {
		return this.server.getLocalPort();
	}

	int asked() {
		return this.asked.get();
	}

	boolean noticesTheEndWithin(long seconds) throws InterruptedException {
		return this.hungUp.await(seconds, TimeUnit.SECONDS);
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try {
				Socket caller = this.server.accept();
				Thread.ofVirtual().start(() -> answer(caller));
			}
			catch (IOException _) {
				return;
			}
		}
	}

	private void answer(Socket caller) {
		Thread answering = Thread.currentThread();
		try (caller) {
			readRequest(caller.getInputStream());
			this.asked.incrementAndGet();
			Thread.ofVirtual().start(() -> awaitEnd(caller, answering));
			this.behaviour.answer(caller.getOutputStream());
		}
		catch (IOException | InterruptedException _) {
			// The caller closed the connection
		}
	}

	private void awaitEnd(Socket caller, Thread answering) {
		try {
			while (caller.getInputStream().read() >= 0) {
				// Nothing more is expected
			}
		}
		catch (IOException _) {
			// Reset, which is an end as well
		}
		this.hungUp.countDown();
		answering.interrupt();
	}

	private static void readRequest(InputStream in) throws IOException {
		StringBuilder headers = new StringBuilder();
		while (headers.indexOf("\r\n\r\n") < 0) {
			headers.append((char) in.read());
		}
		String length = headers.toString().toLowerCase(java.util.Locale.ROOT).split("content-length: ")[1];
		int size = Integer.parseInt(length.substring(0, length.indexOf('\r')));
		if (in.readNBytes(size).length < size) {
			throw new IOException("The request broke off");
		}
	}

	static void send(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
