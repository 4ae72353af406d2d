package io.coachflow.eventlog;

import io.coachflow.eventlog.texts.RecordedTexts;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Declares every store of Axon explicitly: Axon's own choice may be in memory.
 */
@Configuration(proxyBeanMethods = false)
class EventLogConfiguration {

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
	Serializer eventSerializer(RecordedTexts texts) {
		return new EventSerializer(texts);
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
