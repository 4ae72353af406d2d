package io.coachflow.eventlog;

import io.coachflow.eventlog.postgres.PostgresEventStorageEngine;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a store in memory, which Axon silently uses if it finds no other.
 */
@Component
class StoreGuard implements InitializingBean {

	private final EventStore events;

	private final @Nullable EventStorageEngine engine;

	private final TokenStore tokens;

	private final SagaStore<?> sagas;

	private final TransactionManager transactions;

	StoreGuard(EventStore events, @Nullable EventStorageEngine engine, TokenStore tokens, SagaStore<?> sagas,
			TransactionManager transactions) {
		this.events = events;
		this.engine = engine;
		this.tokens = tokens;
		this.sagas = sagas;
		this.transactions = transactions;
	}

	@Override
	public void afterPropertiesSet() {
		require(this.events instanceof AxonServerEventStore || this.engine instanceof PostgresEventStorageEngine,
				"event storage engine", (this.engine != null) ? this.engine : this.events);
		require(this.tokens instanceof JdbcTokenStore, "token store", this.tokens);
		require(this.sagas instanceof JdbcSagaStore, "saga store", this.sagas);
		require(!(this.transactions instanceof NoTransactionManager), "transaction manager", this.transactions);
	}

	private static void require(boolean durable, String what, Object found) {
		if (!durable) {
			throw new IllegalStateException("The " + what + " is a " + found.getClass().getName()
					+ ", which would lose data when the node stops. Declare one on PostgreSQL or Axon Server.");
		}
	}

}
