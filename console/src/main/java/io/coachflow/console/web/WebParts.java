package io.coachflow.console.web;

import io.coachflow.console.api.ConsoleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The console's texts, one bundle for each feature.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
class WebParts {

	static final String[] BUNDLES = { "messages/console", "messages/coach", "messages/package", "messages/history",
			"messages/figures", "messages/operations", "messages/stream" };

	@Bean
	MessageSource messageSource() {
		ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
		texts.setBasenames(BUNDLES);
		texts.setDefaultEncoding("UTF-8");
		// English is the bundle without a language, whatever the machine speaks
		texts.setFallbackToSystemLocale(false);
		return texts;
	}

}
