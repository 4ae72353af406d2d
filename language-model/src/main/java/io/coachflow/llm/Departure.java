package io.coachflow.llm;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

import io.coachflow.llm.SessionWork.Piece;

/**
 * Decides whether a request may still be sent. Checked when the call is made, and again
 * when the connection is open and takes the body, which may be much later.
 *
 * @param by the latest time at which it may be sent
 */
record Departure(Piece work, Deadline by) {

	/**
	 * The body of a request. Sending it fails if the deadline has passed or the session
	 * was deleted by then.
	 * @param words the body as text
	 * @throws ModelException if that is so already
	 */
	BodyPublisher of(String words) {
		if (!isAllowed()) {
			throw ModelException.unavailable("The request to the model could not be sent in time", null);
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
		subscriber.onError(new IllegalStateException("The connection was opened too late to send the request"));
	}

}
