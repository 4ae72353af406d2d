package io.coachflow.app.web;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsSettings.class)
class WebConfiguration implements WebMvcConfigurer {

	private static final String[] CONSOLE = { "/coach/**", "/history/**", "/figures/**", "/operations/**", "/stream/**",
			"/samples" };

	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
		negotiation.strategies(List.of(new ProblemDetailsAccept()));
	}

	/** Runs before all other filters, so that a page can read every error. */
	@Bean
	FilterRegistrationBean<CorsFilter> crossOriginFilter(CrossOrigins origins) {
		CorsFilter filter = new CorsFilter(origins);
		filter.setCorsProcessor(origins);
		FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		// The forms of the console carry answers, which the API checks in their turn
		interceptors.addInterceptor(new ParameterGuard()).excludePathPatterns(CONSOLE);
		interceptors.addInterceptor(new PreconditionGuard());
	}

	@Bean
	LocaleResolver localeResolver() {
		AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
		resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.FRENCH));
		resolver.setDefaultLocale(Locale.ENGLISH);
		return resolver;
	}

}
