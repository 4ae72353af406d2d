package io.coachflow.query;

import java.util.List;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

import static org.mockito.Mockito.mock;

/**
 * Gives events to a projection as an event processor does: batch by batch, each in a
 * transaction.
 */
public final class ProjectionDriver {

	private final AnnotationEventHandlerAdapter projection;

	private final SpringTransactionManager transactions;

	public ProjectionDriver(Object projection, TestStores stores) {
		this.projection = new AnnotationEventHandlerAdapter(projection);
		this.transactions = new SpringTransactionManager(stores.transactionManager());
	}

	/**
	 * Handles the events as one batch.
	 * @throws RuntimeException whatever the projection throws, after the rollback
	 */
	public void handle(List<? extends EventMessage<?>> events) {
		BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(List.<EventMessage<?>>copyOf(events));
		batch.attachTransaction(this.transactions);
		ResultMessage<?> result = batch.executeWithResult(() -> this.projection.handle(batch.getMessage()));
		if (result.isExceptional()) {
			throw (result.exceptionResult() instanceof RuntimeException ex) ? ex
					: new IllegalStateException(result.exceptionResult());
		}
	}

	/** Handles an event of a type that this version does not know. */
	public void handleUnknown(String aggregateType, String name) {
		handle(List
			.of(new GenericDomainEventMessage<>(aggregateType, "1", 1, new UnknownSerializedType(mock(Serializer.class),
					new SimpleSerializedObject<>("{}", String.class, name, "1")))));
	}

	/** Handles each event in a batch of its own. */
	public void handleOneByOne(List<? extends EventMessage<?>> events) {
		events.forEach((event) -> handle(List.of(event)));
	}

}
