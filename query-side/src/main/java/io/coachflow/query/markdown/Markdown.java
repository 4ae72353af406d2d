package io.coachflow.query.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Markdown document under construction. All texts are escaped here, so that no caller
 * can forget it. Empty texts and lists are left out, and so are headings without content.
 */
public final class Markdown {

	private static final Pattern TICKS = Pattern.compile("`+");

	private final List<String> blocks = new ArrayList<>();

	/** Headings that have no content yet, by level. */
	private final NavigableMap<Integer, String> headings = new TreeMap<>();

	public Markdown heading(int level, String text) {
		this.headings.tailMap(level, true).clear();
		this.headings.put(level, "#".repeat(level) + " " + MarkdownText.inline(text));
		return this;
	}

	/** Text with its own lines and paragraphs. */
	public Markdown text(String text) {
		return add(MarkdownText.lines(text));
	}

	public Markdown strong(String text) {
		String line = MarkdownText.inline(text);
		return add(line.isEmpty() ? "" : "**" + line + "**");
	}

	/** A text after its label. */
	public Markdown labelled(String label, String text) {
		String line = MarkdownText.inline(text);
		return add(line.isEmpty() ? "" : "**" + MarkdownText.inline(label) + "** " + line);
	}

	public Markdown quote(String text) {
		return add(MarkdownText.lines(text).lines().map((line) -> "> " + line).collect(Collectors.joining("\n")));
	}

	public Markdown list(List<String> items) {
		return add(items.stream().map((item) -> "- " + MarkdownText.inline(item)).collect(Collectors.joining("\n")));
	}

	/** A nested list; each entry is at most one level deeper than the one before it. */
	public Markdown outline(List<Entry> entries) {
		List<String> lines = new ArrayList<>();
		int depth = -1;
		for (Entry entry : entries) {
			depth = Math.clamp(entry.level() - 1, 0, depth + 1);
			lines.add("  ".repeat(depth) + "- " + MarkdownText.inline(entry.text()));
		}
		return add(String.join("\n", lines));
	}

	public Markdown numbered(List<String> items) {
		List<String> lines = new ArrayList<>();
		items.forEach((item) -> lines.add((lines.size() + 1) + ". " + MarkdownText.inline(item)));
		return add(String.join("\n", lines));
	}

	public Markdown table(List<String> head, List<List<Cell>> rows) {
		if (!rows.isEmpty()) {
			List<String> lines = new ArrayList<>();
			lines.add(row(head.stream().map(MarkdownText::inline).toList()));
			lines.add(row(head.stream().map((_) -> "---").toList()));
			rows.forEach((row) -> lines.add(row(row.stream().map(Cell::markdown).toList())));
			add(String.join("\n", lines));
		}
		return this;
	}

	/**
	 * An image.
	 * @param link not escaped: it must be made by the service
	 */
	public Markdown image(String description, String link) {
		return add("![" + MarkdownText.inline(description) + "](" + link + ")");
	}

	/** A block of code, in a fence that is longer than any in the code. */
	public Markdown code(String language, String code) {
		int longest = TICKS.matcher(code).results().map(MatchResult::group).mapToInt(String::length).max().orElse(0);
		String fence = "`".repeat(Math.max(3, longest + 1));
		return add(fence + language + "\n" + code + "\n" + fence);
	}

	@Override
	public String toString() {
		return String.join("\n\n", this.blocks) + "\n";
	}

	private Markdown add(String block) {
		if (!block.isEmpty()) {
			this.blocks.addAll(this.headings.values());
			this.headings.clear();
			this.blocks.add(block);
		}
		return this;
	}

	private static String row(Collection<String> cells) {
		return "| " + String.join(" | ", cells) + " |";
	}

	/**
	 * A line of an outline.
	 *
	 * @param level from 1
	 */
	public record Entry(int level, String text) {
	}

	/** A cell of a table, escaped. */
	public record Cell(String markdown) {

		public static Cell text(String text) {
			return new Cell(MarkdownText.inline(text));
		}

		public static Cell code(String text) {
			return new Cell(MarkdownText.code(text));
		}

		public static List<Cell> texts(String... texts) {
			return List.of(texts).stream().map(Cell::text).toList();
		}

	}

}
