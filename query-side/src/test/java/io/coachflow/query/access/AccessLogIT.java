package io.coachflow.query.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.AccessPage;
import io.coachflow.query.TestStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who read what, in PostgreSQL.
 */
class AccessLogIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private AccessLog log;

	@BeforeEach
	void empty() {
		stores.clear("access_log");
		this.log = new AccessLog(stores.jdbc(), new JsonMapper());
	}

	@Test
	void aReadingOfOneSessionNamesIt() {
		this.log.record("auditor", "s1", "history");

		assertThat(this.log.page(null, null, Long.MAX_VALUE, 10)).singleElement().satisfies((it) -> {
			assertThat(it.reader()).isEqualTo("auditor");
			assertThat(it.sessionId()).isEqualTo("s1");
			assertThat(it.what()).isEqualTo("history");
			assertThat(it.readAt()).isNotNull();
			assertThat(it.asked()).isNull();
			assertThat(it.sessions()).containsExactly("s1");
		});
	}

	@Test
	void aReadingOfTheWholeLogNamesNoSession() {
		this.log.record("auditor", null, "verify");

		assertThat(this.log.page(null, null, Long.MAX_VALUE, 10)).singleElement().satisfies((it) -> {
			assertThat(it.sessionId()).isNull();
			assertThat(it.sessions()).isEmpty();
		});
	}

	@Test
	void aSearchTellsWhatWasAskedAndWhoseWordsWereTold() {
		this.log.record("auditor", null, "find", Map.of("q", "\"a, {phrase}\" 'or' \\ two", "limit", 20),
				List.of("s1", "s2"));

		assertThat(this.log.page(null, null, Long.MAX_VALUE, 10)).singleElement().satisfies((it) -> {
			assertThat(it.asked()).containsEntry("q", "\"a, {phrase}\" 'or' \\ two").containsEntry("limit", 20);
			assertThat(it.sessions()).containsExactly("s1", "s2");
		});
	}

	@Test
	void aSearchThatFoundNothingToldNobodysWords() {
		this.log.record("auditor", "s1", "follow", Map.of(), List.of());

		assertThat(this.log.page(null, null, Long.MAX_VALUE, 10)).singleElement().satisfies((it) -> {
			assertThat(it.sessionId()).isEqualTo("s1");
			assertThat(it.asked()).isEmpty();
			assertThat(it.sessions()).isEmpty();
		});
	}

	@Test
	void aSessionsReadingsAreThoseInWhichItsWordsWereToldToo() {
		this.log.record("auditor", "s1", "history");
		this.log.record("auditor", null, "find", Map.of(), List.of("s1", "s2"));
		this.log.record("other", null, "find", Map.of(), List.of("s2"));
		this.log.record("other", null, "verify");

		assertThat(this.log.page("s1", null, Long.MAX_VALUE, 10)).extracting(AccessPage.Read::what)
			.containsExactly("find", "history");
		assertThat(this.log.page("s2", "other", Long.MAX_VALUE, 10)).hasSize(1);
		assertThat(this.log.page(null, "other", Long.MAX_VALUE, 10)).extracting(AccessPage.Read::what)
			.containsExactly("verify", "find");
		assertThat(this.log.page("s3", null, Long.MAX_VALUE, 10)).isEmpty();
	}

	@Test
	void pagesShowEachReadingOnceTheLatestFirst() {
		for (int i = 0; i < 7; i++) {
			this.log.record("reader" + i, "s1", "history");
		}

		List<String> readers = new ArrayList<>();
		List<AccessPage.Read> page;
		long before = Long.MAX_VALUE;
		do {
			page = this.log.page("s1", null, before, 3);
			readers.addAll(page.stream().map(AccessPage.Read::reader).toList());
			before = page.getLast().id();
		}
		while (page.size() == 3);

		assertThat(readers).containsExactly("reader6", "reader5", "reader4", "reader3", "reader2", "reader1",
				"reader0");
	}

}
