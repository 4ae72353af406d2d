package io.coachflow.command.session;

import io.coachflow.command.guidance.AnswerReviewer;
import io.coachflow.command.guidance.Coach;
import io.coachflow.command.guidance.ModelReviewer;
import io.coachflow.command.partner.HelpDrafter;
import io.coachflow.command.partner.ModelPartner;
import io.coachflow.llm.LanguageModel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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

	@Bean
	@ConditionalOnProperty(name = "coachflow.ai.provider", havingValue = "openai")
	AnswerReviewer answerReviewer(LanguageModel model, Coach coach, CoachProperties coaching) {
		return new ModelReviewer(model, coach, coaching.modelBudget());
	}

	@Bean
	@ConditionalOnProperty(name = "coachflow.ai.provider", havingValue = "openai")
	HelpDrafter helpDrafter(LanguageModel model, Coach coach, CoachProperties coaching) {
		return new ModelPartner(model, coach, coaching.modelBudget());
	}

}
