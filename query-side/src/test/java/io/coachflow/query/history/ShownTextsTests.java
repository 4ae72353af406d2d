package io.coachflow.query.history;

import java.util.List;

import io.coachflow.contracts.session.GuidanceTexts;
import io.coachflow.eventlog.texts.RecordedTexts;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ShownTextsTests {

	private static final GuidanceTexts TEXTS = new GuidanceTexts("Why?", List.of("Because"), List.of("Who?", "When?"));

	private final EventStore log = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();

	private final RecordedTexts recorded = new RecordedTexts(() -> this.log, Runnable::run);

	private final ShownTexts shown = new ShownTexts(this.recorded);

	private final JsonMapper json = new JsonMapper();

	@Test
	void theTextsStandWhereTheDigestStood() {
		this.recorded.digestOf(TEXTS);

		assertThat(read("{'guidance':{'step':'vision','digest':'" + TEXTS.digest() + "'},'answer':'Yes'}"))
			.isEqualTo("{'guidance':{'step':'vision','message':'Why?','examples':['Because'],"
					+ "'questions':['Who?','When?']},'answer':'Yes'}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'guidance':{'step':'vision','digest':'0123'}}", "{'guidance':{'message':'Why?'}}",
			"{'guidance':null}", "{'digest':'0123'}", "[]" })
	void anythingElseStaysAsItIs(String data) {
		assertThat(read(data)).isEqualTo(data);
	}

	private String read(String data) {
		return this.shown.inFull(this.json.readTree(data.replace('\'', '"'))).toString().replace('"', '\'');
	}

}
