package io.coachflow.app.fastpath;

import io.coachflow.app.security.SecurityHeaders;
import io.coachflow.app.security.VerifiedTokens;
import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class FastPathConfiguration {

	/** After the headers for other origins, before what observes and checks requests. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

	@Bean
	FastPathFilter fastPathFilter(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
			MeterRegistry meters, VerifiedTokens tokens, SecurityHeaders headers, LocaleResolver localeResolver,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors, JsonMapper mapper) {
		return new FastPathFilter(new FastCalls(mappings, meters), tokens, headers, localeResolver, errors, mapper);
	}

	/** By name, because the container registers filters before controllers exist. */
	@Bean
	DelegatingFilterProxyRegistrationBean fastPath(NodeRoles roles) {
		DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
				"fastPathFilter");
		registration.setOrder(ORDER);
		registration.setEnabled(roles.include(NodeRole.API));
		return registration;
	}

}
