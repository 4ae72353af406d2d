package io.coachflow.eventlog.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import io.coachflow.eventlog.export.HistoryLine.Event;
import io.coachflow.eventlog.export.HistoryLine.LogEnd;
import io.coachflow.eventlog.export.HistoryLine.SessionEnd;
import io.coachflow.eventlog.integrity.IntegrityViolation;
import io.coachflow.eventlog.integrity.SessionChain;

/**
 * The command {@code verify}: checks exported histories offline and reports what was
 * changed.
 */
public final class VerifyCommand {

	/** The first argument, which selects this command. */
	public static final String NAME = "verify";

	private static final int VALID = 0;

	private static final int TAMPERED = 1;

	private static final int UNREADABLE = 2;

	private static final String USAGE = """
			Usage: java -jar coachflow.jar verify FILE...
			Checks exported histories (GET /api/v1/audit/sessions/{id}/export or /api/v1/audit/export) without the service.
			- reads from the standard input. Ends with 0 where every history is as it was written, with 1 where one is not,
			and with 2 where a file cannot be read or was cut short.""";

	private final PrintStream out;

	private long valid;

	private long tampered;

	private boolean contradicted;

	private boolean unreadable;

	private long texts;

	private VerifyCommand(PrintStream out) {
		this.out = out;
	}

	/**
	 * Verifies files.
	 * @param files their names; {@code -} is the standard input
	 * @return the exit code: 0 where all is valid, 1 where something was changed, 2 where
	 * something cannot be read
	 */
	public static int run(List<String> files, InputStream standardInput, PrintStream out) throws IOException {
		if (files.isEmpty() || files.contains("--help") || files.contains("-h")) {
			out.println(USAGE);
			return files.isEmpty() ? UNREADABLE : VALID;
		}
		VerifyCommand command = new VerifyCommand(out);
		for (String file : files) {
			command.verify(file, standardInput);
		}
		return command.summary();
	}

	private void verify(String file, InputStream standardInput) throws IOException {
		this.out.println((file.equals("-") ? "standard input" : printable(file)) + ":");
		if (file.equals("-")) {
			verify(new LineReader(standardInput));
			return;
		}
		try (InputStream in = Files.newInputStream(Path.of(file))) {
			verify(new LineReader(in));
		}
		catch (IOException | InvalidPathException ex) {
			unreadable("The file cannot be read: " + printable(ex.toString()) + ".");
		}
	}

	private void verify(LineReader lines) throws IOException {
		HistorySection section = new HistorySection();
		FileTexts texts = new FileTexts();
		boolean any = false;
		while (true) {
			try {
				byte[] line = lines.next();
				if (line == null) {
					break;
				}
				any = true;
				switch (LineParser.parse(line)) {
					case Event it -> {
						section.add(it.event());
						texts.add(it.event());
					}
					case SessionEnd it -> section = ended(section, section.end(it));
					case LogEnd it -> section = ended(section, section.end(it));
				}
			}
			catch (UnreadableLineException ex) {
				unreadable("Line " + lines.number() + " cannot be read: " + ex.getMessage() + ".");
			}
		}
		if (!section.isEmpty()) {
			ended(section, List.of());
			unreadable("The last line is missing: the file was cut short.");
		}
		else if (!any) {
			unreadable("The file is empty.");
		}
		else {
			texts.forEachMissing(
					(digest, session, sequence) -> contradicted("The texts with the digest " + printable(digest)
							+ " are missing, which sequence " + sequence + " of " + printable(session) + " names."));
		}
		texts.forEachChanged((digest) -> contradicted(
				"The texts under the digest " + printable(digest) + " do not give it: they were changed."));
		this.texts += texts.valid();
	}

	private HistorySection ended(HistorySection section, List<String> problems) {
		section.sessions().forEach(this::report);
		problems.forEach(this::contradicted);
		return new HistorySection();
	}

	private void contradicted(String problem) {
		this.contradicted = true;
		this.out.println("  TAMPERED  " + problem);
	}

	private void report(String sessionId, SessionChain chain) {
		String session = printable(sessionId) + ": " + chain.events() + " events";
		if (chain.firstFlaw().isPresent()) {
			IntegrityViolation flaw = chain.firstFlaw().get();
			this.tampered++;
			this.out
				.println("  TAMPERED  " + session + ", first bad sequence " + flaw.sequence() + ". " + flaw.problem());
		}
		else if (!chain.holdsTexts()) {
			this.valid++;
			this.out.println("  valid     " + session + ", last sequence " + chain.lastSequence() + ", last hash "
					+ HexFormat.of().formatHex(chain.lastHash()));
		}
	}

	private void unreadable(String problem) {
		this.unreadable = true;
		this.out.println("  UNREADABLE  " + problem);
	}

	private int summary() {
		boolean bad = this.tampered > 0 || this.contradicted;
		this.out.println("Sessions: " + this.valid + " valid, " + this.tampered + " tampered."
				+ ((this.texts > 0) ? " Texts: " + this.texts + " valid." : "") + (bad ? " Something was changed." : "")
				+ (this.unreadable ? " Something cannot be read." : ""));
		return bad ? TAMPERED : this.unreadable ? UNREADABLE : VALID;
	}

	/**
	 * Replaces control characters, so that a file cannot move the cursor of the terminal.
	 */
	private static String printable(String text) {
		return text.replaceAll("\\P{Print}", "?");
	}

}
