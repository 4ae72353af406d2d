package io.coachflow.eventlog.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Events that are appended all or none, and the caller that waits for them.
 */
final class PendingAppend {

	private enum State {

		WAITING, IN_FLIGHT, GIVEN_UP

	}

	private final List<EventRow> rows;

	private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

	private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

	PendingAppend(List<EventRow> rows) {
		this.rows = rows;
	}

	List<EventRow> rows() {
		return this.rows;
	}

	/** The rows of all appends, in their order. */
	static List<EventRow> rowsOf(List<PendingAppend> appends) {
		return appends.stream().flatMap((append) -> append.rows().stream()).toList();
	}

	static void failAll(List<PendingAppend> appends, Exception cause) {
		appends.forEach((append) -> append.fail(cause));
	}

	/** Claims the append for writing. False if its caller has given up. */
	boolean take() {
		return this.state.compareAndSet(State.WAITING, State.IN_FLIGHT);
	}

	/** Whether its caller has stopped waiting. */
	boolean isGivenUp() {
		return this.state.get() == State.GIVEN_UP;
	}

	void succeed() {
		this.end.complete(null);
	}

	void fail(Exception cause) {
		this.end.completeExceptionally(cause);
	}

	/**
	 * Waits until the append is durable.
	 * @throws AppendFailedException if it failed; nothing was written
	 * @throws LogUnavailableException if the timeout passed or the caller was interrupted
	 * while the append was in the queue: nothing was written. Also if the timeout passed
	 * later: then the result is not known
	 */
	void await(Duration timeout) throws AppendFailedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		boolean interrupted = false;
		try {
			while (true) {
				try {
					this.end.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
					return;
				}
				catch (InterruptedException ex) {
					interrupted = true;
					if (this.state.compareAndSet(State.WAITING, State.GIVEN_UP)) {
						throw new LogUnavailableException("Interrupted before the append began: nothing was written",
								ex);
					}
				}
			}
		}
		catch (TimeoutException ex) {
			boolean untouched = this.state.getAndSet(State.GIVEN_UP) == State.WAITING;
			throw new LogUnavailableException(untouched ? "The log is too busy: nothing was written"
					: "The log does not answer: whether the append is written is not known yet", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof LogUnavailableException cause) {
				throw new LogUnavailableException(String.valueOf(cause.getMessage()), cause);
			}
			throw new AppendFailedException(ex.getCause());
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** The append was refused; nothing was written. */
	static final class AppendFailedException extends Exception {

		AppendFailedException(@Nullable Throwable cause) {
			super("The append was refused", cause);
		}

		Exception reason() {
			return (getCause() instanceof Exception reason) ? reason : this;
		}

	}

}
