package io.coachflow.console;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Renders parts of a feature's templates as the application does, without starting it.
 */
public final class RenderedTemplates {

	private final String folder;

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	/**
	 * Templates of a feature.
	 * @param feature names their folder and their texts
	 */
	public RenderedTemplates(String feature) {
		this.folder = "console/" + feature + "/";
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/" + feature);
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		this.engine.setTemplateResolver(templates);
		this.engine.setTemplateEngineMessageSource(messages);
	}

	/** The HTML of a template's part. */
	public String part(String template, String part, Map<String, Object> model, String language) {
		MockServletContext servlets = new MockServletContext();
		WebContext context = new WebContext(
				JakartaServletWebApplication.buildApplication(servlets)
					.buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse()),
				Locale.forLanguageTag(language), model);
		return this.engine.process(this.folder + template, Set.of(part), context);
	}

	/** The HTML of a template's part as a stream sends it, outside of a request. */
	public String partOfStream(String template, String part, Map<String, Object> model, String language) {
		return this.engine.process(this.folder + template, Set.of(part),
				new Context(Locale.forLanguageTag(language), model));
	}

}
