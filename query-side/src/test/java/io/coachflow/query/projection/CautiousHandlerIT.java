package io.coachflow.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Business;
import io.coachflow.query.SessionStory;
import io.coachflow.query.TestStores;
import io.coachflow.query.sessionlist.SessionListFixture;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One event that PostgreSQL refuses, among others, in one transaction.
 */
class CautiousHandlerIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final SessionStory first = SessionStory.started().answersAll();

	private final SessionStory bad = SessionStory.started(UUID.randomUUID().toString(), "demo", SessionStory.START,
			new Business("No text has a \0", null, null, null), "en");

	private final SessionStory last = SessionStory.started();

	private final List<DomainEventMessage<?>> events = Stream.of(this.first, this.bad, this.last)
		.flatMap((story) -> story.events().stream())
		.toList();

	private final List<String> refused = new ArrayList<>();

	@BeforeEach
	void empty() {
		stores.clear("session_list");
	}

	@Test
	void theEventAloneIsRefused() {
		assertThat(handled(false).isExceptional()).isFalse();

		assertThat(this.refused).containsExactly(this.bad.id());
		assertThat(rows()).containsExactlyInAnyOrder(this.first.id(), this.last.id());
	}

	@Test
	void theWholeBatchIsRefusedWhereRowsAreGathered() {
		assertThat(handled(true).exceptionResult()).isInstanceOf(DataIntegrityViolationException.class);

		assertThat(this.refused).isEmpty();
		assertThat(rows()).isEmpty();
	}

	private ResultMessage<?> handled(boolean gathered) {
		CautiousHandler handler = new CautiousHandler(
				new AnnotationEventHandlerAdapter(SessionListFixture.handlers(stores)), stores.transactionManager());
		UnitOfWork<EventMessage<?>> batch = new DefaultUnitOfWork<>(null);
		batch.start();
		batch.attachTransaction(new SpringTransactionManager(stores.transactionManager()));
		if (gathered) {
			CautiousHandler.gather(batch);
		}
		return batch.executeWithResult(() -> {
			for (DomainEventMessage<?> event : this.events) {
				try {
					handler.handle(event);
				}
				catch (DataIntegrityViolationException ex) {
					this.refused.add(event.getAggregateIdentifier());
				}
			}
			return null;
		});
	}

	private static List<String> rows() {
		return stores.jdbc().sql("SELECT session_id FROM session_list").query(String.class).list();
	}

}
