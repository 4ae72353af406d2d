package io.coachflow.eventlog.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.eventlog.integrity.EventHash;
import io.coachflow.eventlog.integrity.Histories;
import io.coachflow.eventlog.integrity.StoredEvent;
import io.coachflow.eventlog.integrity.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.coachflow.eventlog.integrity.Histories.event;
import static io.coachflow.eventlog.integrity.Histories.log;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command on files as the service exports them, and on changed files.
 */
class VerifyCommandTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	private List<String> lines;

	@BeforeEach
	void anExportedSession() {
		this.lines = exported("s", log("s", "s", "s", "s"), 3L);
	}

	@Test
	void anUntouchedHistoryIsValid() throws IOException {
		assertThat(verify(this.lines)).isZero();
		assertThat(printed()).contains("valid     s: 4 events, last sequence 3, last hash ",
				"Sessions: 1 valid, 0 tampered.");
	}

	@Test
	void contentThatIsNoTextComesBackByteForByte() throws IOException {
		StoredEvent event = event(null, "s", 0, EventHash.NONE, new byte[] { (byte) 0xff, 0, '"', '\n' });

		List<String> history = exported("s", List.of(event), 0L);

		assertThat(history.getFirst()).contains("\"payload_base64\":\"");
		assertThat(verify(history)).isZero();
	}

	@Test
	void textOfEveryKindComesBackByteForByte() throws IOException {
		byte[] payload = "\u0000\u001f\"\\\u2028\u00e9\ud83d\ude00</script>\r\n\t".getBytes(StandardCharsets.UTF_8);

		assertThat(verify(exported("s", List.of(event(null, "s", 0, EventHash.NONE, payload)), 0L))).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "answer 2,answer 3,2", "\"name\":\"name1\",\"name\":\"name2\",1",
			"19:00:02.123400Z,19:00:02.123401Z,2", "u0,u1,0", "\"revision\":\"1\",\"revision\":null,0" })
	void oneChangeIsNamed(String from, String to, int sequence) throws IOException {
		int line = sequence;
		assertThat(this.lines.get(line)).contains(from);
		this.lines.set(line, this.lines.get(line).replace(from, to));

		assertThat(verify(this.lines)).isEqualTo(1);
		assertThat(printed()).contains("TAMPERED  s: 4 events, first bad sequence " + sequence + ".");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void aRemovedLineIsNamed(int sequence) throws IOException {
		this.lines.remove(sequence);

		assertThat(verify(this.lines)).isEqualTo(1);
		assertThat(printed()).contains("first bad sequence " + sequence + ". Sequence " + sequence + " is missing",
				"There are 3 events where the last line says 4.");
	}

	@Test
	void swappedLinesAreNamed() throws IOException {
		String second = this.lines.get(1);
		this.lines.set(1, this.lines.get(2));
		this.lines.set(2, second);

		assertThat(verify(this.lines)).isEqualTo(1);
		assertThat(printed()).contains("first bad sequence 1.");
	}

	@Test
	void whatTheServiceKnewBesidesTheLogCounts() throws IOException {
		assertThat(verify(exported("s", log("s", "s"), 2L))).isEqualTo(1);
		assertThat(printed()).contains("first bad sequence 2. Sequence 2 is missing.");
	}

	@Test
	void aSessionOfWhichNothingIsLeftIsTampered() throws IOException {
		assertThat(verify(exported("s", List.of(), 4L))).isEqualTo(1);
		assertThat(printed()).contains("s: 0 events, first bad sequence 0. Sequences 0 to 4 are missing.");
	}

	@Test
	void anotherLastHashIsTold() throws IOException {
		this.lines.set(4, this.lines.get(4).replaceFirst("(\"last_hash\":\")..", "$100"));

		assertThat(verify(this.lines)).isEqualTo(1);
		assertThat(printed()).contains("The last hash is another than the last line says.");
	}

	@Test
	void aFileThatWasCutShortIsNotValid() throws IOException {
		this.lines.removeLast();

		assertThat(verify(this.lines)).isEqualTo(2);
		assertThat(printed()).contains("valid     s: 4 events", "the file was cut short", "Something cannot be read.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			not json | it is no JSON object
			[] | it is no JSON object
			{"sequence": 1} {} | more follows behind its JSON object
			{"session_id": "s", "sequence": 1, "sequence": 2} | it is no JSON object
			{"session_id": "s"} | it has no sequence
			{"session_id": "s", "sequence": "1"} | its sequence is of the wrong type
			{"session_id": "s", "sequence": 99999999999999999999} | it is no JSON object
			{"session_id": "s", "sequence": 1, "event_id": "", "name": "", "time": "now"} | its time is none
			""")
	void aMalformedLineIsNamedAndTheOthersAreRead(String malformed, String why) throws IOException {
		this.lines.add(2, malformed);

		assertThat(verify(this.lines)).isEqualTo(2);
		assertThat(printed()).contains("Line 3 cannot be read: " + why + ".", "valid     s: 4 events");
	}

	@Test
	void aHashThatIsNoneIsNamed() throws IOException {
		this.lines.set(1, this.lines.get(1).replaceFirst("\"hash\":\"..", "\"hash\":\"xx"));

		assertThat(verify(this.lines)).isEqualTo(1);
		assertThat(printed()).contains("Line 2 cannot be read: its hash is not hexadecimal", "first bad sequence 1.");
	}

	@Test
	void deepAndEndlessLinesAreRefused() throws IOException {
		this.lines.add(1, "{\"x\":" + "[".repeat(1_000_000));
		this.lines.add(2, "{\"x\":\"" + "x".repeat(LineReader.MAX_LENGTH));

		assertThat(verify(this.lines)).isEqualTo(2);
		assertThat(printed()).contains("Line 2 cannot be read: it is no JSON object.",
				"Line 3 cannot be read: it is longer than 16777216 bytes.", "valid     s: 4 events");
	}

	@Test
	void aFileMayHoldSeveralHistories() throws IOException {
		this.lines.addAll(exported("t", log("t", "t"), 1L));

		assertThat(verify(this.lines)).isZero();
		assertThat(printed()).contains("valid     s: 4 events", "valid     t: 2 events", "Sessions: 2 valid");
	}

	@Test
	void aWholeLogIsOneFile() throws IOException {
		assertThat(verify(exportedLog(log("s", "t", "s"), 3))).isZero();
		assertThat(printed()).contains("valid     s: 2 events", "valid     t: 1 events");
	}

	@Test
	void whatIsMissingInAWholeLogIsNamedByItsPosition() throws IOException {
		List<StoredEvent> log = new ArrayList<>(log("s", "t", "s", "t", "u"));
		log.remove(4);
		log.remove(1);
		log.remove(0);

		assertThat(verify(exportedLog(log, 5))).isEqualTo(1);
		assertThat(printed()).contains("The events at positions 1 to 2 are missing.",
				"The event at position 5 is missing.", "s: 1 events, first bad sequence 0.");
		assertThat(verify(exportedLog(List.of(), 5))).isEqualTo(1);
		assertThat(printed()).contains("The events at positions 1 to 5 are missing.");
	}

	@Test
	void aSessionIsExportedWithTheTextsThatItNames() throws IOException {
		assertThat(verify(withTexts(Texts.held(null)))).isZero();
		assertThat(printed()).contains("valid     s: 2 events", "Sessions: 1 valid, 0 tampered. Texts: 1 valid.")
			.doesNotContain("valid     " + Texts.DIGEST);
	}

	/** Another version, or the program in the documentation, reads up to that line. */
	@Test
	void textsStandBehindTheEndOfTheSession() {
		assertThat(withTexts(Texts.held(null)).get(2))
			.startsWith("{\"session_id\":\"s\",\"events\":2,\"last_sequence\":1,");
	}

	@Test
	void missingTextsAreNamed() throws IOException {
		assertThat(verify(withTexts())).isEqualTo(1);
		assertThat(printed()).contains(
				"TAMPERED  The texts with the digest " + Texts.DIGEST + " are missing, which sequence 0 of s names.");
	}

	@Test
	void changedTextsAreNamedAlthoughTheirHashWasComputedAnew() throws IOException {
		assertThat(verify(withTexts(Texts.held(null, "Comment ?")))).isEqualTo(1);
		assertThat(printed())
			.contains("TAMPERED  The texts under the digest " + Texts.DIGEST + " do not give it: they were changed.");
	}

	@Test
	void aFileThatWasCutShortIsNotSaidToLackTexts() throws IOException {
		assertThat(verify(withTexts(Texts.held(null)).subList(0, 2))).isEqualTo(2);
		assertThat(printed()).contains("the file was cut short").doesNotContain("TAMPERED");
	}

	@Test
	void aWholeLogHoldsItsTexts() throws IOException {
		StoredEvent named = Texts.naming(2L, "s", 0, EventHash.NONE);

		assertThat(verify(exportedLog(List.of(Texts.held(1L), named), 2))).isZero();
		assertThat(verify(exportedLog(List.of(Histories.at(1, named)), 1))).isEqualTo(1);
	}

	@Test
	void aTamperedFileIsNotHiddenByAValidOne() throws IOException {
		Path valid = Files.write(this.folder.resolve("valid.jsonl"), this.lines);
		this.lines.remove(0);
		Path tampered = Files.write(this.folder.resolve("tampered.jsonl"), this.lines);

		assertThat(run(List.of(tampered.toString(), valid.toString(), this.folder.resolve("none").toString())))
			.isEqualTo(1);
		assertThat(printed()).contains("valid.jsonl:", "tampered.jsonl:", "The file cannot be read",
				"Sessions: 1 valid, 1 tampered. Something was changed. Something cannot be read.");
	}

	@Test
	void theStandardInputIsAFileToo() throws IOException {
		byte[] history = (String.join("\r\n", this.lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);

		assertThat(VerifyCommand.run(List.of("-"), new ByteArrayInputStream(history), new PrintStream(this.printed)))
			.isZero();
		assertThat(printed()).contains("standard input:");
	}

	@Test
	void nothingToReadIsNotValid() throws IOException {
		assertThat(verify(List.of())).isEqualTo(2);
		assertThat(run(List.of())).isEqualTo(2);
		assertThat(printed()).contains("The file is empty.", "Usage:");
		assertThat(run(List.of("--help"))).isZero();
		assertThat(run(List.of(this.folder.toString()))).isEqualTo(2);
		assertThat(run(List.of("\0"))).isEqualTo(2);
	}

	@Test
	void aFileCannotMoveTheCursor() throws IOException {
		assertThat(verify(exported("\u001b[2Js", log("\u001b[2Js"), 0L))).isZero();
		assertThat(printed()).contains("?[2Js: 1 events").doesNotContain("\u001b");
	}

	private int verify(List<String> history) throws IOException {
		return run(List.of(Files.write(this.folder.resolve("history.jsonl"), history).toString()));
	}

	private int run(List<String> files) throws IOException {
		return VerifyCommand.run(files, new ByteArrayInputStream(new byte[0]), new PrintStream(this.printed));
	}

	private String printed() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

	private static List<String> exported(String session, List<StoredEvent> events, @Nullable Long known) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		HistoryWriter writer = new HistoryWriter(out);
		events.forEach(writer::write);
		writer.endSession(session, known);
		return new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
	}

	/** A session that names texts twice, with what the log holds of them. */
	private static List<String> withTexts(StoredEvent... held) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		SessionExport export = new SessionExport((digest, reader) -> {
			assertThat(digest).isEqualTo(Texts.DIGEST);
			List.of(held).forEach(reader);
		}, out);
		StoredEvent first = Texts.naming(null, "s", 0, EventHash.NONE);
		export.write(first);
		export.write(Texts.naming(null, "s", 1, first.hash()));
		export.end("s", 1L);
		return out.toString(StandardCharsets.UTF_8).lines().toList();
	}

	private static List<String> exportedLog(List<StoredEvent> events, long through) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		HistoryWriter writer = new HistoryWriter(out);
		events.forEach(writer::write);
		writer.endLog(1, through);
		return out.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
