package io.coachflow.query.projection;

import java.util.Map;
import java.util.function.Supplier;

import io.coachflow.eventlog.processor.ProcessorTokens;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Asks the table once for each batch whether any letter waits, instead of once for each
 * event. While a node holds a segment, no other node parks its events, so the answer is
 * valid until the batch ends. It is not kept longer. Axon's own cache is not cleared when
 * a segment is released, and would be stale when the segment comes back from another
 * node.
 */
class DeadLetters extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

	private final String someWait;

	DeadLetters(String processingGroup, Builder<EventMessage<?>> builder) {
		super(builder.processingGroup(processingGroup));
		this.someWait = DeadLetters.class.getName() + "/" + processingGroup;
	}

	@Override
	public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
		return someWait() && super.enqueueIfPresent(sequence, letter);
	}

	@Override
	public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
		CurrentUnitOfWork.ifStarted((batch) -> batch.root().resources().put(this.someWait, true));
		// Operators see the letter, and after a crash the position must not be restored
		// without it
		ProcessorTokens.requireDurable();
		super.enqueue(sequence, letter);
	}

	private boolean someWait() {
		if (!CurrentUnitOfWork.isStarted()) {
			return true;
		}
		Map<String, Object> known = CurrentUnitOfWork.get().root().resources();
		// Not computeIfAbsent: the query puts its connection into the same map
		if (!known.containsKey(this.someWait)) {
			known.put(this.someWait, amountOfSequences() > 0);
		}
		return Boolean.TRUE.equals(known.get(this.someWait));
	}

}
