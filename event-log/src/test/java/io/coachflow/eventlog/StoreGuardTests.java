package io.coachflow.eventlog;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StoreGuardTests {

	@Test
	void aStoreInMemoryIsRefused() {
		EventStorageEngine engine = new InMemoryEventStorageEngine();
		StoreGuard guard = new StoreGuard(EmbeddedEventStore.builder().storageEngine(engine).build(), engine,
				new InMemoryTokenStore(), new InMemorySagaStore(), NoTransactionManager.INSTANCE);

		assertThatIllegalStateException().isThrownBy(guard::afterPropertiesSet)
			.withMessageContaining("InMemoryEventStorageEngine");
	}

	@Test
	void aStoredTokenThatNamesAForeignClassIsNotLoaded() {
		assertThatExceptionOfType(SerializationException.class).isThrownBy(
				() -> new StoreSerializer().classForType(new SimpleSerializedType("javax.naming.InitialContext", null)))
			.withMessageContaining("not loaded");
	}

}
