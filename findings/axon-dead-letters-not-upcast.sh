#!/usr/bin/env bash
# org.axonframework:axon-messaging and axon-eventsourcing 4.13.0 (Maven Central), the dead letters of JDBC.
#
# Guess: an upcaster serves whatever was stored before it, or a letter that cannot be read any more fails and stays in the queue.
#
# Fact: a letter passes no upcaster; the documentation of the class says so, and AxonFramework#2500 will not be mended in version 4.
# But nothing fails. A field that the upcaster would add is null in the handler. And a letter whose event has a new name is read as
# UnknownSerializedType: no handler takes it, so the retry says "processed" and deletes it. The event is lost to that handler.
#
# What to do: empty the queue before you roll out an upcaster (retry, or evict and replay). Add a handler of UnknownSerializedType
# that throws, for then the letter stays.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for artifact in org.axonframework:axon-{messaging,modelling,eventsourcing}:4.13.0 org.hsqldb:hsqldb:2.7.4 \
  org.slf4j:slf4j-api:2.0.17 com.fasterxml.jackson.core:jackson-{databind,core}:2.21.7 \
  com.fasterxml.jackson.core:jackson-annotations:2.21 com.fasterxml.jackson.datatype:jackson-datatype-jsr310:2.21.7; do
  mvn -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$work/lib"
done
java -version 2>&1 | head -n 1
mkdir before after

cat >before/Opened.java <<'JAVA'
public record Opened(String id) {
}
JAVA
cat >before/Priced.java <<'JAVA'
public record Priced(String id) {
}
JAVA

cat >after/Made.java <<'JAVA'
public record Made(String id) {
}
JAVA
cat >after/Priced.java <<'JAVA'
import org.axonframework.serialization.Revision;

@Revision("2")
public record Priced(String id, String currency) {
}
JAVA

cat >Stores.java <<'JAVA'
import java.sql.DriverManager;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** The same events as a store of events and as a queue of dead letters, in one database. */
public class Stores {

	final JdbcEventStorageEngine events;

	final JdbcSequencedDeadLetterQueue<EventMessage<?>> letters;

	Stores(EventUpcasterChain upcasters) {
		ConnectionProvider database = () -> DriverManager.getConnection("jdbc:hsqldb:file:db/db;shutdown=true", "sa", "");
		JacksonSerializer json = JacksonSerializer.defaultSerializer();
		this.events = JdbcEventStorageEngine.builder()
			.connectionProvider(database)
			.transactionManager(NoTransactionManager.INSTANCE)
			.eventSerializer(json)
			.snapshotSerializer(json)
			.upcasterChain(upcasters)
			.build();
		this.letters = JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
			.processingGroup("bookings")
			.connectionProvider(database)
			.transactionManager(NoTransactionManager.INSTANCE)
			.genericSerializer(json)
			.eventSerializer(json)
			.build();
	}

}
JAVA

cat >before/Park.java <<'JAVA'
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.GenericDeadLetterTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.HsqlEventTableFactory;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** The release that stores and parks an event of each kind. */
public class Park {

	public static void main(String[] args) {
		Stores stores = new Stores(new EventUpcasterChain());
		stores.events.createSchema(HsqlEventTableFactory.INSTANCE);
		stores.letters.createSchema(new GenericDeadLetterTableFactory());
		for (Object payload : new Object[] { new Opened("opened"), new Priced("priced") }) {
			String id = payload instanceof Opened ? "opened" : "priced";
			DomainEventMessage<?> event = new GenericDomainEventMessage<>("Booking", id, 0, payload);
			stores.events.appendEvents(event);
			stores.letters.enqueue(id, new GenericDeadLetter<>(id, event, new IllegalStateException("The handler failed")));
			System.out.println("stored and parked: " + payload);
		}
	}

}
JAVA

cat >after/Retry.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventTypeUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/** The next release: Opened is named Made, and Priced has a currency. Each has an upcaster. */
public class Retry {

	static final List<Object> handled = new ArrayList<>();

	public static void main(String[] args) {
		Stores stores = new Stores(
				new EventUpcasterChain(EventTypeUpcaster.from("Opened", null).to("Made", null), new Currency()));
		Object opened = stores.events.readEvents("opened").next().getPayload();
		Object priced = stores.events.readEvents("priced").next().getPayload();
		System.out.println("the store of events gives " + opened + " and " + priced);

		boolean guarded = retry(stores, "opened", new Guard());
		boolean isKept = stores.letters.contains("opened");
		boolean processed = retry(stores, "opened", new Listener());
		boolean isLost = handled.isEmpty() && !stores.letters.contains("opened");
		retry(stores, "priced", new Listener());

		if (!opened.equals(new Made("opened")) || !priced.equals(new Priced("priced", "EUR")) || guarded || !isKept || !processed
				|| !isLost || !handled.equals(List.of(new Priced("priced", null)))) {
			System.out.println("The behaviour has changed.");
			System.exit(1);
		}
	}

	static boolean retry(Stores stores, String id, Object listener) {
		boolean processed = DeadLetteringEventHandlerInvoker.builder()
			.eventHandlers(listener)
			.queue(stores.letters)
			.enqueuePolicy((letter, cause) -> Decisions.requeue(cause))
			.transactionManager(NoTransactionManager.INSTANCE)
			.build()
			.process((letter) -> letter.message().getIdentifier().equals(stores.events.readEvents(id).next().getIdentifier()));
		System.out.println("the letter of \"" + id + "\", " + listener.getClass().getSimpleName() + ": processed " + processed
				+ ", handled " + handled + ", still parked " + stores.letters.contains(id));
		return processed;
	}

	public static class Listener {

		@EventHandler
		public void on(Made event) {
			handled.add(event);
		}

		@EventHandler
		public void on(Priced event) {
			handled.add(event);
		}

	}

	public static class Guard extends Listener {

		@EventHandler
		public void on(UnknownSerializedType event) {
			throw new IllegalStateException("There is no event of this name");
		}

	}

	static class Currency extends SingleEventUpcaster {

		@Override
		protected boolean canUpcast(IntermediateEventRepresentation event) {
			return event.getType().getName().equals("Priced") && event.getType().getRevision() == null;
		}

		@Override
		protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
			return event.upcastPayload(new SimpleSerializedType("Priced", "2"), JsonNode.class,
					(payload) -> ((ObjectNode) payload).put("currency", "EUR"));
		}

	}

}
JAVA

for release in before:Park after:Retry; do
  javac -cp "lib/*" -d "out/${release%:*}" Stores.java "${release%:*}"/*.java
  java -cp "lib/*:out/${release%:*}" "${release#*:}" 2>/dev/null
done
