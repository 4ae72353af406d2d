package io.coachflow.saga.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The elements and attributes of an allowed drawing. No pattern backtracks: alternatives
 * differ in their first characters, and lengths are checked before.
 */
final class SvgGrammar {

	static final String NAMESPACE = "http://www.w3.org/2000/svg";

	static final Set<String> GRADIENTS = Set.of("linearGradient", "radialGradient");

	static final Set<String> VISIBLE = Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
			"text");

	private static final Set<String> GROUPS = Set.of("svg", "g", "defs", "stop", "tspan", "title", "desc");

	private static final Set<String> WORDED = Set.of("text", "tspan", "title", "desc");

	// The drawing does not need them
	private static final Set<String> DROPPED = Set.of("class", "version", "baseProfile", "xml:space",
			"preserveAspectRatio");

	private static final int MAX_VALUE = 200;

	private static final int MAX_OUTLINE = 4_000;

	private static final Map<String, Pattern> ATTRIBUTES = new HashMap<>();

	static {
		String number = "[+-]?+(?:\\d{1,4}+(?:\\.\\d{0,6}+)?+|\\.\\d{1,6}+)";
		String paint = "none|currentColor|[a-zA-Z]{3,24}|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|rgb\\([\\d ,.%]{5,40}\\)";
		allow(number + "(?:px|em|%)?+", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy",
				"width", "height", "dx", "dy", "offset", "opacity", "fill-opacity", "stroke-opacity", "stop-opacity",
				"stroke-width", "stroke-miterlimit", "stroke-dashoffset", "font-size", "letter-spacing", "textLength");
		allow("0 0 [1-9]\\d{0,3} [1-9]\\d{0,3}", "viewBox");
		allow("[\\d ,.eE+-]{1,4000}", "points");
		allow("[MmLlHhVvCcSsQqTtAaZz\\d ,.eE+-]{1,4000}", "d");
		allow("(?:none|[\\d ,.]{1,100})", "stroke-dasharray");
		allow("(?:(?:translate|scale|rotate|skewX|skewY|matrix)\\([\\d ,.eE+-]{1,120}\\)[ ,]{0,3}+){1,8}", "transform",
				"gradientTransform");
		allow("(?:" + paint + "|url\\(#[A-Za-z][\\w-]{0,63}\\))", "fill", "stroke");
		allow("(?:" + paint + ")", "stop-color");
		allow("[A-Za-z][\\w-]{0,63}", "id");
		allow("[A-Za-z][\\w-]{0,63}(?: [A-Za-z][\\w-]{0,63})?", "aria-labelledby");
		allow("[\\p{L}\\p{N} ,'\"-]{1,120}", "font-family");
		allow("(?:normal|bold|bolder|lighter|[1-9]00)", "font-weight");
		allow("(?:normal|italic|oblique)", "font-style");
		allow("(?:start|middle|end)", "text-anchor");
		allow("(?:auto|middle|central|hanging|alphabetic)", "dominant-baseline", "alignment-baseline");
		allow("(?:ltr|rtl)", "direction");
		allow("(?:butt|round|square)", "stroke-linecap");
		allow("(?:miter|round|bevel)", "stroke-linejoin");
		allow("(?:nonzero|evenodd)", "fill-rule");
		allow("(?:userSpaceOnUse|objectBoundingBox)", "gradientUnits");
		allow("(?:pad|reflect|repeat)", "spreadMethod");
		allow("(?:spacing|spacingAndGlyphs)", "lengthAdjust");
		allow("img", "role");
		allow(".{1,200}", "aria-label");
	}

	private SvgGrammar() {
	}

	private static void allow(String value, String... names) {
		Pattern pattern = Pattern.compile(value);
		for (String name : names) {
			ATTRIBUTES.put(name, pattern);
		}
	}

	static boolean knows(String element) {
		return VISIBLE.contains(element) || GROUPS.contains(element) || GRADIENTS.contains(element);
	}

	static boolean holdsWords(String element) {
		return WORDED.contains(element);
	}

	static boolean drops(String attribute) {
		return DROPPED.contains(attribute);
	}

	static boolean allows(String attribute) {
		return ATTRIBUTES.containsKey(attribute);
	}

	/** Whether an allowed attribute may have that value. */
	static boolean accepts(String attribute, String value) {
		Pattern pattern = ATTRIBUTES.get(attribute);
		int longest = (attribute.equals("d") || attribute.equals("points")) ? MAX_OUTLINE : MAX_VALUE;
		return pattern != null && value.length() <= longest && pattern.matcher(value).matches();
	}

}
