package io.coachflow.console;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * On in the local run, off in production, unless the setting says otherwise.
 */
class ConsoleIsOn implements Condition {

	static final String SETTING = "coachflow.console.enabled";

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		return environment.getProperty(SETTING, Boolean.class, !environment.acceptsProfiles(Profiles.of("prod")));
	}

}
