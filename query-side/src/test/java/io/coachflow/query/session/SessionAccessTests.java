package io.coachflow.query.session;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.query.SessionStory;
import io.coachflow.query.session.SessionAccess.OwnSession;
import io.coachflow.query.view.ViewCache;
import io.coachflow.query.view.ViewReader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SessionAccessTests {

	private final EmbeddedEventStore events = EmbeddedEventStore.builder()
		.storageEngine(new InMemoryEventStorageEngine())
		.build();

	private final SessionAccess access = new SessionAccess(views(), Clock.fixed(SessionStory.START, ZoneOffset.UTC));

	@AfterEach
	void close() {
		this.events.shutDown();
	}

	@Test
	void ownersReadTheirOwn() {
		SessionStory story = published(SessionStory.started());

		assertThat(this.access.own(story.id(), "demo")).isEqualTo(new OwnSession(story.id(), false, "en"));
		assertThat(this.access.exists(story.id())).isTrue();
		assertThat(this.access.summary(story.id(), "demo")).isPresent();
	}

	@Test
	void aCompletedSessionSaysSo() {
		SessionStory story = published(SessionStory.started().answersAll().completes());

		assertThat(this.access.own(story.id(), "demo").completed()).isTrue();
	}

	@Test
	void nobodyReadsWhatIsSomebodyElses() {
		SessionStory story = published(SessionStory.started());

		assertRefused(ErrorCode.FORBIDDEN, () -> this.access.own(story.id(), "other"));
		assertThat(this.access.summary(story.id(), "other")).isEmpty();
	}

	@Test
	void nobodyReadsWhatIsDeleted() {
		SessionStory story = published(SessionStory.started().deletes());

		assertRefused(ErrorCode.SESSION_NOT_FOUND, () -> this.access.own(story.id(), "demo"));
		assertRefused(ErrorCode.FORBIDDEN, () -> this.access.own(story.id(), "other"));
		assertThat(this.access.exists(story.id())).isFalse();
		assertThat(this.access.summary(story.id(), "demo")).isEmpty();
	}

	@Test
	void whatNeverWasIsUnknown() {
		assertRefused(ErrorCode.SESSION_NOT_FOUND, () -> this.access.own(UUID.randomUUID().toString(), "demo"));
		assertRefused(ErrorCode.SESSION_NOT_FOUND, () -> this.access.own("no id", "demo"));
		assertThat(this.access.exists(UUID.randomUUID().toString())).isFalse();
	}

	private SessionStory published(SessionStory story) {
		this.events.publish(story.events());
		return story;
	}

	/** With an empty cache. */
	private ViewReader<SessionView> views() {
		ViewCache<SessionView> cache = mock();
		given(cache.find(anyString())).willReturn(Optional.empty());
		return new ViewReader<>(() -> cache, (_, _) -> Optional.empty(),
				new SessionViewConfiguration().sessionViewLog(this.events));
	}

	private static void assertRefused(ErrorCode code, ThrowingCallable call) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

}
