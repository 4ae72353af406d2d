package io.coachflow.eventlog.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A proxy between an appender and PostgreSQL, which cuts the connection on request.
 */
final class CuttingProxy implements AutoCloseable {

	/** What happens to the next statement. */
	enum Cut {

		/** It arrives, and its answer too. */
		NONE,
		/** It does not arrive. */
		STATEMENT,
		/** It arrives, and is cut off while PostgreSQL works and notices nothing. */
		WORK,
		/** It arrives and is committed; the answer does not arrive. */
		ANSWER

	}

	private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NONE);

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final int port;

	private volatile boolean down;

	CuttingProxy(TestPostgres postgres) throws IOException {
		this.port = postgres.port();
		Thread.ofVirtual().start(this::run);
	}

	/** The URL of the same database through this proxy. */
	String url(String direct) {
		return direct.replace(":" + this.port + "/", ":" + this.listener.getLocalPort() + "/");
	}

	void cutAt(Cut cut) {
		this.next.set(cut);
	}

	/** Whether it refuses new connections. */
	void setDown(boolean down) {
		this.down = down;
	}

	private void run() {
		try {
			while (true) {
				Socket client = this.listener.accept();
				if (this.down) {
					client.close();
				}
				else {
					Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), this.port));
					Thread.ofVirtual().start(line::forward);
					Thread.ofVirtual().start(line::backward);
				}
			}
		}
		catch (IOException _) {
			// Closed
		}
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private final class Line {

		private final Socket client;

		private final Socket server;

		private volatile Cut cut = Cut.NONE;

		Line(Socket client, Socket server) {
			this.client = client;
			this.server = server;
		}

		void forward() {
			byte[] bytes = new byte[65536];
			try (this.client; this.server) {
				InputStream from = this.client.getInputStream();
				for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
					this.cut = CuttingProxy.this.next.getAndSet(Cut.NONE);
					if (this.cut == Cut.STATEMENT) {
						return;
					}
					this.server.getOutputStream().write(bytes, 0, length);
					if (this.cut == Cut.WORK) {
						this.client.close();
						Thread.sleep(4000);
					}
				}
			}
			catch (IOException | InterruptedException _) {
				// The end of one side ends the other
			}
		}

		void backward() {
			byte[] bytes = new byte[65536];
			try (this.client; this.server) {
				InputStream from = this.server.getInputStream();
				for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
					if (this.cut == Cut.ANSWER) {
						return;
					}
					this.client.getOutputStream().write(bytes, 0, length);
				}
			}
			catch (IOException _) {
				// The end of one side ends the other
			}
		}

	}

}
