package io.coachflow.llm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A response body whose reads fail after a deadline and beyond a size. Closing it ends
 * the exchange. For one reading thread.
 */
final class TimedBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {

	/** How long to read on after the last event, so that the connection can be reused. */
	private static final Duration DRAIN_TIME = Duration.ofMillis(50);

	private static final Object END = new Object();

	private final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();

	private final Queue<ByteBuffer> buffers = new ArrayDeque<>();

	private final Deadline whole;

	private final long maxBytes;

	private Deadline beginning;

	private boolean begun;

	private boolean over;

	private boolean stopped;

	private long read;

	private volatile Flow.@Nullable Subscription subscription;

	private volatile boolean closed;

	/**
	 * Creates the body.
	 * @param beginning the deadline until {@link #begin()} is called
	 * @param whole the deadline for the rest
	 */
	TimedBody(Deadline beginning, Deadline whole, long maxBytes) {
		this.beginning = beginning;
		this.whole = whole;
		this.maxBytes = maxBytes;
	}

	/** Tells that the first event has come. May be repeated. */
	void begin() {
		this.begun = true;
	}

	/** Tells that the last event has come; the rest is drained for a moment. */
	void end() {
		if (!this.over) {
			this.over = true;
			this.beginning = this.whole.orIn(DRAIN_TIME);
		}
	}

	/** Ends the exchange from any thread; a waiting read fails. */
	void cutOff() {
		close();
		this.signals.add(new IOException("The exchange was cut off"));
	}

	/** Ends the stream: no later read returns anything. */
	void stop() {
		this.stopped = true;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (this.stopped) {
			return -1;
		}
		while (this.buffers.isEmpty() || !this.buffers.element().hasRemaining()) {
			if (!this.buffers.isEmpty()) {
				this.buffers.remove();
			}
			else if (!receive()) {
				return -1;
			}
		}
		ByteBuffer next = this.buffers.element();
		int count = Math.min(length, next.remaining());
		next.get(target, offset, count);
		this.read += count;
		if (this.read > this.maxBytes) {
			if (this.over) {
				return -1;
			}
			throw ModelException.unavailable("The model provider's response is too large", null);
		}
		return count;
	}

	@SuppressWarnings("unchecked")
	private boolean receive() throws IOException {
		Deadline deadline = (this.begun && !this.over) ? this.whole : this.beginning;
		Object signal;
		try {
			signal = this.signals.poll(Math.max(0, deadline.remaining()), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			throw ModelException.interrupted(ex);
		}
		if (signal == null) {
			if (this.over) {
				return false;
			}
			throw ModelException.timeout(this.begun ? "The model did not finish in time"
					: "The model provider did not begin to answer in time");
		}
		if (signal instanceof Throwable failure) {
			throw new IOException("The answer broke off", failure);
		}
		if (signal == END) {
			this.signals.add(END);
			return false;
		}
		this.buffers.addAll((List<ByteBuffer>) signal);
		request();
		return true;
	}

	private void request() {
		Flow.Subscription current = this.subscription;
		if (current != null) {
			current.request(1);
		}
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		if (this.closed) {
			subscription.cancel();
		}
		else {
			subscription.request(1);
		}
	}

	@Override
	public void onNext(List<ByteBuffer> item) {
		this.signals.add(item);
	}

	@Override
	public void onError(Throwable throwable) {
		this.signals.add(throwable);
	}

	@Override
	public void onComplete() {
		this.signals.add(END);
	}

	@Override
	public void close() {
		this.closed = true;
		Flow.Subscription current = this.subscription;
		if (current != null) {
			current.cancel();
		}
	}

}
