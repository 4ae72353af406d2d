package io.coachflow.query.projection;

import java.util.List;

import io.coachflow.query.TestStores;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A slot whose rows are the payloads of the events in their order, each once however
 * often it is handled. It fails when it is told to.
 */
final class SlotUnderTest implements EventHandlerInvoker {

	static final String TABLE = "CREATE TABLE handled (slot text, event text, number serial, PRIMARY KEY (slot, event))";

	final SlotProcessor processor;

	private final String name;

	private final TestStores stores;

	private volatile int failures;

	SlotUnderTest(String name, TestStores stores) {
		this.name = name;
		this.stores = stores;
		this.processor = new SlotProcessor(name, this);
	}

	/** Fails at so many events from now on; the store is to blame. */
	void fail(int failures) {
		this.failures = failures;
	}

	boolean hasFailedOften() {
		return this.failures <= 0;
	}

	List<String> rows() {
		return this.stores.jdbc()
			.sql("SELECT event FROM handled WHERE slot = ? ORDER BY number")
			.param(this.name)
			.query(String.class)
			.list();
	}

	@Override
	public void handle(EventMessage<?> event, Segment segment) {
		if (this.failures > 0) {
			this.failures--;
			throw new DataAccessResourceFailureException("The store is away");
		}
		this.stores.jdbc()
			.sql("INSERT INTO handled (slot, event) VALUES (?, ?) ON CONFLICT DO NOTHING")
			.params(this.name, ((DomainEventMessage<?>) event).getPayload())
			.update();
	}

	@Override
	public boolean canHandle(EventMessage<?> event, Segment segment) {
		return true;
	}

	@Override
	public boolean supportsReset() {
		return false;
	}

	@Override
	public void performReset() {
		throw new UnsupportedOperationException();
	}

	@Override
	public <R> void performReset(R context) {
		throw new UnsupportedOperationException();
	}

}
