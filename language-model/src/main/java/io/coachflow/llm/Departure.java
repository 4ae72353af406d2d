package io.coachflow.llm;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

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
	 * @param words the body as text, not empty
	 * @throws ModelException if that is so already
	 */
	BodyPublisher of(String words) {
		if (!isAllowed()) {
			throw ModelException.unavailable("The request to the model could not be sent in time", null);
		}
		BodyPublisher body = BodyPublishers.ofString(words);
		return BodyPublishers.fromPublisher((subscriber) -> (isAllowed() ? body : refusal()).subscribe(subscriber),
				body.contentLength());
	}

	private boolean isAllowed() {
		return this.by.remaining() > 0 && !this.work.isCutOff();
	}

	private static Flow.Publisher<ByteBuffer> refusal() {
		SubmissionPublisher<ByteBuffer> refusal = new SubmissionPublisher<>(Runnable::run, 1);
		refusal.closeExceptionally(new IllegalStateException("The connection was opened too late to send the request"));
		return refusal;
	}

}
