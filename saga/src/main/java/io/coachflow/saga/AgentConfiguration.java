package io.coachflow.saga;

import io.coachflow.llm.LanguageModel;
import io.coachflow.saga.agent.AgentTeam;
import io.coachflow.saga.agent.model.ModelTeam;
import io.coachflow.saga.agent.offline.OfflineTeam;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

	/** With the language model where one is configured, else by rules. */
	@Bean
	AgentTeam agentTeam(ObjectProvider<LanguageModel> model) {
		LanguageModel configured = model.getIfAvailable();
		return (configured != null) ? new ModelTeam(configured) : OfflineTeam.load();
	}

}
