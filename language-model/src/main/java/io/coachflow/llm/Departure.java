package io.coachflow.llm;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

import io.coachflow.llm.SessionWork.Piece;

/**
 * Lets the words of a request leave, or not: asked at the moment when the connection
 * stands and takes them, which may be long after the call began.
 *
 * @param by until when they may leave
 */
record Departure(Piece work, Deadline by) {

	/**
	 * The words as a body that is refused where it comes too late.
	 * @throws ModelException if it is too late already
	 */
	BodyPublisher of(String words) {
		if (!isAllowed()) {
			throw ModelException.unavailable("The call came too late to be made", null);
		}
		BodyPublisher publisher = BodyPublishers.ofString(words);
		return new BodyPublisher() {

			@Override
			public long contentLength() {
				return publisher.contentLength();
			}

			@Override
			public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
				if (isAllowed()) {
					publisher.subscribe(subscriber);
				}
				else {
					refuse(subscriber);
				}
			}

		};
	}

	private boolean isAllowed() {
		return this.by.remaining() > 0 && !this.work.isCutOff();
	}

	private static void refuse(Flow.Subscriber<? super ByteBuffer> subscriber) {
		subscriber.onSubscribe(new Flow.Subscription() {

			@Override
			public void request(long n) {
				// There is nothing to be had
			}

			@Override
			public void cancel() {
				// There is nothing to end
			}

		});
		subscriber.onError(new IllegalStateException("The connection came too late for its request"));
	}

}
