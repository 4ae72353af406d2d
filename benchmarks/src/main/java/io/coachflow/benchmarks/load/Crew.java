package io.coachflow.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Platform threads that begin at the same moment.
 */
public final class Crew {

	private Crew() {
	}

	/**
	 * Runs the work on as many threads, and waits for all.
	 * @param threads how many
	 * @param work what the thread of that number does, from 0
	 * @param atBegin done when all threads stand ready, just before they begin
	 * @return the seconds from the beginning to the end of the last
	 * @throws IllegalStateException if one of them failed
	 */
	public static double run(int threads, Work work, Runnable atBegin) throws InterruptedException {
		CountDownLatch ready = new CountDownLatch(threads);
		CountDownLatch begin = new CountDownLatch(1);
		List<FutureTask<?>> running = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			int number = i;
			FutureTask<?> task = new FutureTask<>(() -> {
				ready.countDown();
				begin.await();
				work.run(number);
				return true;
			});
			running.add(task);
			Thread.ofPlatform().daemon().name("load-" + number).start(task);
		}
		ready.await();
		atBegin.run();
		long begun = System.nanoTime();
		begin.countDown();
		for (FutureTask<?> task : running) {
			try {
				task.get();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("The load stopped: " + ex.getCause(), ex.getCause());
			}
		}
		return (System.nanoTime() - begun) / 1e9;
	}

	/**
	 * What one thread does.
	 */
	@FunctionalInterface
	public interface Work {

		/** Does it. */
		void run(int number) throws Exception;

	}

}
