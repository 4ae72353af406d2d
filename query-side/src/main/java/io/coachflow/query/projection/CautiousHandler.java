package io.coachflow.query.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands events to a projection. Unless they are gathered, each event's rows are written
 * at once, behind a savepoint: if they cannot be, the event alone fails and can be parked
 * in the same transaction. So it is when a dead letter is retried.
 */
final class CautiousHandler implements EventMessageHandler {

	private static final String GATHERED = CautiousHandler.class.getName();

	private final EventMessageHandler projection;

	private final TransactionTemplate nested;

	CautiousHandler(EventMessageHandler projection, PlatformTransactionManager transactions) {
		this.projection = projection;
		this.nested = new TransactionTemplate(transactions);
		this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** Gathers the rows of a batch, which then fails as a whole. */
	static void gather(UnitOfWork<?> batch) {
		batch.resources().put(GATHERED, true);
	}

	@Override
	public Object handle(EventMessage<?> event) throws Exception {
		if (CurrentUnitOfWork.get().root().resources().containsKey(GATHERED)) {
			return this.projection.handle(event);
		}
		return this.nested.execute((_) -> handleAndWrite(event));
	}

	private Object handleAndWrite(EventMessage<?> event) {
		try {
			Object result = this.projection.handle(event);
			UnitOfWorkBuffer.writeAll();
			return result;
		}
		catch (RuntimeException ex) {
			UnitOfWorkBuffer.discardAll();
			throw ex;
		}
		catch (Exception ex) {
			UnitOfWorkBuffer.discardAll();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean canHandle(EventMessage<?> event) {
		return this.projection.canHandle(event);
	}

	@Override
	public boolean canHandleType(Class<?> payloadType) {
		return this.projection.canHandleType(payloadType);
	}

	@Override
	public Class<?> getTargetType() {
		return this.projection.getTargetType();
	}

}
