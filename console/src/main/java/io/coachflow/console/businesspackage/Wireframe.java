package io.coachflow.console.businesspackage;

import java.util.ArrayList;
import java.util.List;

import io.coachflow.contracts.enrichment.Logo;
import org.jspecify.annotations.Nullable;

/**
 * An outline picture of the site: boxes and captions to draw, in units of the picture.
 * What it says is also on the page in words, so it may leave out what has no room.
 *
 * @param height grows with the sections
 */
record Wireframe(int height, List<Box> boxes, List<Caption> captions) {

	/** The width of each picture. */
	static final int WIDTH = 360;

	private static final int MARGIN = 20;

	private static final int BAR = 36;

	private static final int HERO = 120;

	private static final int SECTION = 92;

	private static final int FOOTER = 28;

	private static final int INSIDE = WIDTH - 2 * MARGIN;

	private static final int NAME = 190;

	// Of the height of a letter, on average over Latin typefaces, a little generous
	private static final double LETTER_WIDTH = 0.56;

	private static final Logo.Palette NEUTRAL = new Logo.Palette("#334155", "#0f766e", "#ffffff", "#1e293b", 14);

	/** A rectangle. */
	record Box(int x, int y, int width, int height, int radius, String fill, String opacity) {
	}

	/** A line of text that begins there. */
	record Caption(int x, int y, int size, String fill, String text) {
	}

	/**
	 * The picture of a site.
	 * @param palette of the leading logo; null for neutral colours
	 */
	static Wireframe of(String name, String tagline, String button, List<SiteDraft.Part> parts,
			Logo.@Nullable Palette palette) {
		return new Drawing((palette != null) ? palette : NEUTRAL).draw(name, tagline, button, parts);
	}

	/** Takes shape from the top. */
	private static final class Drawing {

		private final List<Box> boxes = new ArrayList<>();

		private final List<Caption> captions = new ArrayList<>();

		private final Colour primary;

		private final Colour accent;

		private final Colour background;

		private final Colour text;

		private int y;

		private Drawing(Logo.Palette palette) {
			this.primary = colour(palette.primary(), NEUTRAL.primary());
			this.accent = colour(palette.accent(), NEUTRAL.accent());
			this.background = colour(palette.background(), NEUTRAL.background());
			// A text that nobody could read on its background is no picture of the site
			Colour wanted = colour(palette.text(), NEUTRAL.text());
			this.text = (wanted.contrast(this.background) >= 4.5) ? wanted : this.background.readable();
		}

		private static Colour colour(String code, String otherwise) {
			return Colour.of(code).orElseGet(() -> new Colour(otherwise));
		}

		private Wireframe draw(String name, String tagline, String button, List<SiteDraft.Part> parts) {
			int height = BAR + HERO + parts.size() * SECTION + FOOTER;
			box(0, height, WIDTH, 0, 0, this.background, "1");
			bar(name, parts.size());
			hero(tagline.isBlank() ? name : tagline, button);
			for (int i = 0; i < parts.size(); i++) {
				section(i, parts.get(i).name());
			}
			box(0, FOOTER, WIDTH, 0, 0, this.primary, "0.15");
			return new Wireframe(height, List.copyOf(this.boxes), List.copyOf(this.captions));
		}

		private void bar(String name, int links) {
			caption(MARGIN, 23, 13, this.text, shortened(name, 13, NAME));
			for (int i = 0; i < Math.min(links, 3); i++) {
				box(WIDTH - MARGIN - (i + 1) * 36, 6, 28, 15, 3, this.text, "0.35");
			}
			this.y += BAR;
		}

		private void hero(String headline, String button) {
			Colour on = this.primary.readable();
			box(0, HERO, WIDTH, 0, 0, this.primary, "1");
			caption(MARGIN, 36, 16, on, shortened(headline, 16, INSIDE));
			box(MARGIN, 6, 230, 50, 3, on, "0.5");
			box(MARGIN, 6, 190, 62, 3, on, "0.5");
			if (!button.isBlank()) {
				String words = shortened(button, 12, NAME);
				box(MARGIN, 28, (int) (24 + words.length() * 12 * LETTER_WIDTH), 80, 6, this.accent, "1");
				caption(MARGIN + 12, 98, 12, this.accent.readable(), words);
			}
			this.y += HERO;
		}

		/** Sections take turns in their look, so that the eye can tell them apart. */
		private void section(int i, String name) {
			if (i % 2 == 1) {
				box(0, SECTION, WIDTH, 0, 0, this.primary, "0.08");
			}
			caption(MARGIN, 26, 13, this.text, shortened(name, 13, INSIDE));
			switch (i % 3) {
				case 0 -> {
					box(MARGIN, 6, 300, 40, 3, this.text, "0.25");
					box(MARGIN, 6, 280, 54, 3, this.text, "0.25");
					box(MARGIN, 6, 180, 68, 3, this.text, "0.25");
				}
				case 1 -> {
					for (int column = 0; column < 3; column++) {
						box(MARGIN + column * 110, 42, 100, 38, 6, this.primary, "0.3");
					}
				}
				default -> {
					box(MARGIN, 42, 120, 38, 6, this.accent, "0.4");
					box(MARGIN + 136, 6, 180, 44, 3, this.text, "0.25");
					box(MARGIN + 136, 6, 140, 58, 3, this.text, "0.25");
				}
			}
			this.y += SECTION;
		}

		private void box(int x, int height, int width, int down, int radius, Colour fill, String opacity) {
			this.boxes.add(new Box(x, this.y + down, width, height, radius, fill.hex(), opacity));
		}

		private void caption(int x, int down, int size, Colour fill, String text) {
			this.captions.add(new Caption(x, this.y + down, size, fill.hex(), text));
		}

		private static String shortened(String text, int size, int width) {
			int longest = (int) (width / (size * LETTER_WIDTH));
			String line = text.strip().replaceAll("\\s+", " ");
			return (line.codePointCount(0, line.length()) <= longest) ? line
					: line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
		}

	}

}
