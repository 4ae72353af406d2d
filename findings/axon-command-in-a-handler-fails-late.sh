#!/usr/bin/env bash
# org.axonframework:axon-configuration 4.13.0 (Maven Central), a command that an event handler sends with sendAndWait.
#
# Guess: sendAndWait returns when the events of the command are stored. If they cannot be (the aggregate exists already), it throws,
# and the event handler can catch that, or its event is parked among the dead letters.
#
# Fact: a SimpleCommandBus handles the command in the thread of the event handler, so the unit of work of the command is nested in
# that of the batch and hands its events over to it. sendAndWait returns, and the events are stored when the batch commits. The
# conflict fails the batch there, past the catch of the handler and past the queue of dead letters. The processor repeats the batch
# again and again, and the later events of the segment wait. Outside of a handler, or if another thread handles the command,
# sendAndWait throws.
#
# What to do: make the command harmless when it is repeated (CREATE_IF_MISSING reads before it creates). Or let another thread
# handle it (AsynchronousCommandBus), if the handler must know the outcome.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for artifact in org.axonframework:axon-{configuration,messaging,modelling,eventsourcing,disruptor}:4.13.0 \
  org.hsqldb:hsqldb:2.7.4 org.slf4j:slf4j-api:2.0.17 com.fasterxml.jackson.core:jackson-{databind,core}:2.21.7 \
  com.fasterxml.jackson.core:jackson-annotations:2.21 com.fasterxml.jackson.datatype:jackson-datatype-jsr310:2.21.7; do
  mvn -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$work/lib"
done
java -version 2>&1 | head -n 1

cat >Look.java <<'JAVA'
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.jdbc.HsqlEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.json.JacksonSerializer;

/** An event handler that opens an account, which is open already, and an event after that. */
public class Look {

	public record Open(@TargetAggregateIdentifier String account) {
	}

	public record OpenIfMissing(@TargetAggregateIdentifier String account) {
	}

	public record Opened(String account) {
	}

	public record Asked(String account) {
	}

	public record AskedLater(String account) {
	}

	public static class Account {

		@AggregateIdentifier
		String id;

		Account() {
		}

		@CommandHandler
		Account(Open command) {
			apply(new Opened(command.account()));
		}

		@CommandHandler
		@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
		void openIfMissing(OpenIfMissing command) {
			if (this.id == null) {
				apply(new Opened(command.account()));
			}
		}

		@EventSourcingHandler
		void on(Opened event) {
			this.id = event.account();
		}

	}

	public static class Listener {

		final AtomicInteger returned = new AtomicInteger();

		final AtomicInteger caught = new AtomicInteger();

		final CountDownLatch later = new CountDownLatch(1);

		final boolean isIfMissing;

		CommandGateway gateway;

		Listener(boolean isIfMissing) {
			this.isIfMissing = isIfMissing;
		}

		@EventHandler
		public void on(Asked event) {
			try {
				this.gateway.sendAndWait(this.isIfMissing ? new OpenIfMissing(event.account()) : new Open(event.account()));
				this.returned.incrementAndGet();
			}
			catch (RuntimeException ex) {
				this.caught.incrementAndGet();
			}
		}

		@EventHandler
		public void on(AskedLater event) {
			this.later.countDown();
		}

	}

	public static void main(String[] args) throws Exception {
		Listener nested = new Listener(false);
		Listener apart = new Listener(false);
		Listener ifMissing = new Listener(true);
		boolean hasFailedLate = !passes("nested", SimpleCommandBus.builder().build(), nested) && nested.returned.get() > 1
				&& nested.caught.get() == 0;
		boolean hasFailedAtOnce = passes("another thread", AsynchronousCommandBus.builder().build(), apart)
				&& apart.returned.get() == 0 && apart.caught.get() == 1;
		boolean hasPassed = passes("create if missing", SimpleCommandBus.builder().build(), ifMissing)
				&& ifMissing.returned.get() == 1;
		if (!hasFailedLate || !hasFailedAtOnce || !hasPassed) {
			System.out.println("The behaviour has changed.");
			System.exit(1);
		}
		System.exit(0);
	}

	static boolean passes(String name, CommandBus bus, Listener listener) throws Exception {
		JacksonSerializer json = JacksonSerializer.defaultSerializer();
		ConnectionProvider database = () -> DriverManager.getConnection("jdbc:hsqldb:mem:" + name, "sa", "");
		JdbcEventStorageEngine events = JdbcEventStorageEngine.builder()
			.connectionProvider(database)
			.transactionManager(NoTransactionManager.INSTANCE)
			.eventSerializer(json)
			.snapshotSerializer(json)
			.build();
		events.createSchema(HsqlEventTableFactory.INSTANCE);
		SequencedDeadLetterQueue<EventMessage<?>> letters = InMemorySequencedDeadLetterQueue.defaultQueue();
		Configurer configurer = DefaultConfigurer.defaultConfiguration()
			.configureSerializer((context) -> json)
			.configureEmbeddedEventStore((context) -> events)
			.configureCommandBus((context) -> bus)
			.configureAggregate(Account.class);
		configurer.eventProcessing()
			.usingPooledStreamingEventProcessors()
			.registerPooledStreamingEventProcessorConfiguration(
					(context, processor) -> processor.initialSegmentCount(1).tokenClaimInterval(200))
			.registerEventHandler((context) -> listener)
			.byDefaultAssignTo("listener")
			.registerDeadLetterQueue("listener", (context) -> letters);
		Configuration configuration = configurer.start();
		listener.gateway = configuration.commandGateway();

		listener.gateway.sendAndWait(new Open("account"));
		try {
			listener.gateway.sendAndWait(new Open("account"));
			throw new AssertionError("A second account of the same name is open");
		}
		catch (RuntimeException ex) {
			System.out.println(name + ": outside of a handler, sendAndWait threw " + ex.getClass().getSimpleName());
		}
		configuration.eventGateway().publish(new Asked("account"), new AskedLater("account"));
		boolean isLaterHandled = listener.later.await(8, TimeUnit.SECONDS);
		configuration.shutdown();

		System.out.println(name + ": in the handler, it returned " + listener.returned + " times and threw " + listener.caught
				+ " times; dead letters: " + letters.size() + ", the later event was handled: " + isLaterHandled);
		return isLaterHandled || letters.size() > 0;
	}

}
JAVA
javac -cp "lib/*" -d out Look.java
java -cp "lib/*:out" Look 2>/dev/null
