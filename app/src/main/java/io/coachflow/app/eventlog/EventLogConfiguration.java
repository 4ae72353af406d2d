package io.coachflow.app.eventlog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Declares every store of Axon by hand: what Axon would choose by itself may be in
 * memory.
 */
@Configuration(proxyBeanMethods = false)
class EventLogConfiguration {

	/**
	 * Far above the longest batch: a claim stolen from a node at work is work done twice.
	 */
	private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(30);

	@Bean
	@Primary
	Serializer serializer() {
		return new StoreSerializer();
	}

	@Bean
	@Qualifier("messageSerializer")
	Serializer messageSerializer() {
		return new MessageSerializer();
	}

	@Bean
	@Qualifier("eventSerializer")
	Serializer eventSerializer() {
		return new EventSerializer();
	}

	@Bean
	TokenStore tokenStore(ConnectionProvider connectionProvider, Serializer serializer, ListableBeanFactory beans,
			@Value("${server.port}") int port) throws UnknownHostException {
		TokenSchema schema = TokenSchema.builder()
			.setTokenTable("token_entry")
			.setProcessorNameColumn("processor_name")
			.setSegmentColumn("segment")
			.setTokenColumn("token")
			.setTokenTypeColumn("token_type")
			.setTimestampColumn("claimed_at")
			.setOwnerColumn("owner")
			.build();
		// The same after a restart, so that a killed node takes up its own claims at once
		String node = InetAddress.getLocalHost().getHostName() + ":" + port;
		return new ProcessorTokens(JdbcTokenStore.builder()
			.connectionProvider(connectionProvider)
			.schema(schema)
			.serializer(serializer)
			.nodeId(node)
			.claimTimeout(CLAIM_TIMEOUT), node, rebuilt(beans));
	}

	/** The processors of read models, in either slot; no bean is made for it. */
	private static Set<String> rebuilt(ListableBeanFactory beans) {
		return Arrays.stream(beans.getBeanNamesForType(ReadModel.class, true, false))
			.flatMap((model) -> Arrays.stream(Slot.values()).map((slot) -> slot.of(model)))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Bean
	SagaStore<Object> sagaStore(ConnectionProvider connectionProvider, Serializer serializer) {
		SagaSchema schema = SagaSchema.builder()
			.sagaEntryTable("saga_entry")
			.associationValueEntryTable("saga_association")
			.sagaIdColumn("saga_id")
			.sagaTypeColumn("saga_type")
			.revisionColumn("revision")
			.serializedSagaColumn("serialized_saga")
			.associationKeyColumn("association_key")
			.associationValueColumn("association_value")
			.build();
		return JdbcSagaStore.builder()
			.connectionProvider(connectionProvider)
			.sqlSchema(new PostgresSagaSqlSchema(schema))
			.serializer(serializer)
			.build();
	}

	@Bean
	DeadLetterSchema deadLetterSchema() {
		return DeadLetterSchema.builder()
			.deadLetterTable("dead_letter")
			.deadLetterIdentifierColumn("dead_letter_id")
			.processingGroupColumn("processing_group")
			.sequenceIdentifierColumn("sequence_id")
			.sequenceIndexColumn("sequence_index")
			.messageTypeColumn("message_type")
			.eventIdentifierColumn("event_id")
			.timestampColumn("occurred_at")
			.payloadTypeColumn("event_name")
			.payloadRevisionColumn("revision")
			.payloadColumn("payload")
			.metaDataColumn("metadata")
			.aggregateTypeColumn("aggregate_type")
			.aggregateIdentifierColumn("aggregate_id")
			.sequenceNumberColumn("sequence_number")
			.tokenTypeColumn("token_type")
			.tokenColumn("token")
			.enqueuedAtColumn("enqueued_at")
			.lastTouchedColumn("last_touched")
			.processingStartedColumn("processing_started")
			.causeTypeColumn("cause_type")
			.causeMessageColumn("cause_message")
			.diagnosticsColumn("diagnostics")
			.build();
	}

}
