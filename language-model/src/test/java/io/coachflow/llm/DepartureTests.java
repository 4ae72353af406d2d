package io.coachflow.llm;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.llm.SessionWork.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DepartureTests {

	private final SessionWork work = new SessionWork();

	private final Piece piece = this.work.begin("session");

	@Test
	void wordsLeaveInTime() {
		BodyPublisher body = leavingIn(Duration.ofMinutes(1)).of("We bake é");

		assertThat(body.contentLength()).isEqualTo(10);
		assertThat(sent(body)).isCompletedWithValue("We bake é");
	}

	@Test
	void noCallIsMadeTooLate() {
		assertThatExceptionOfType(ModelException.class).isThrownBy(() -> leavingIn(Duration.ofSeconds(-1)).of("x"))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(AgentFault.Kind.UNAVAILABLE));
	}

	@Test
	void noWordLeavesAfterTheSessionIsDeleted() {
		BodyPublisher body = leavingIn(Duration.ofMinutes(1)).of("x");
		this.work.cutOff("session");

		assertThat(sent(body)).isCompletedExceptionally();
	}

	private Departure leavingIn(Duration time) {
		return new Departure(this.piece, Deadline.in(time));
	}

	private static CompletableFuture<String> sent(BodyPublisher body) {
		BodySubscriber<String> subscriber = BodySubscribers.ofString(StandardCharsets.UTF_8);
		body.subscribe(new Flow.Subscriber<>() {

			@Override
			public void onSubscribe(Flow.Subscription subscription) {
				subscriber.onSubscribe(subscription);
			}

			@Override
			public void onNext(ByteBuffer item) {
				subscriber.onNext(List.of(item));
			}

			@Override
			public void onError(Throwable throwable) {
				subscriber.onError(throwable);
			}

			@Override
			public void onComplete() {
				subscriber.onComplete();
			}

		});
		CompletionStage<String> sent = subscriber.getBody();
		return sent.toCompletableFuture();
	}

}
