package io.coachflow.command.session;

import io.coachflow.command.guidance.Coach;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SessionProperties.class, CoachProperties.class })
class SessionConfiguration {

	@Bean
	SessionDecider sessionDecider(Coach coach, SessionProperties session, CoachProperties coaching) {
		return new SessionDecider(coach, session.ttl(), coaching.minimumConfidence());
	}

}
