package io.coachflow.console.live;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Renders parts of pages outside of a request.
 */
@Component
public class Fragments {

	private final SpringTemplateEngine templates;

	Fragments(SpringTemplateEngine templates) {
		this.templates = templates;
	}

	/**
	 * The HTML of a fragment.
	 * @param template the template's name
	 * @param fragment the fragment's name, without arguments: it finds them in the model
	 */
	public String render(String template, String fragment, Map<String, Object> model, Locale locale) {
		return this.templates.process(template, Set.of(fragment), new Context(locale, model));
	}

}
