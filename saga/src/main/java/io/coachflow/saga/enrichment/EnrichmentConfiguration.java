package io.coachflow.saga.enrichment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.eventlog.processor.EventProcessors;
import io.coachflow.llm.LanguageModel;
import io.coachflow.llm.SessionWork;
import io.coachflow.saga.agent.AgentTeam;
import io.coachflow.saga.agent.model.ModelTeam;
import io.coachflow.saga.agent.offline.OfflineTeam;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrichmentProperties.class)
class EnrichmentConfiguration {

	private static final Backoff LOG_AWAY = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

	private static final int BATCH = 50;

	/** As few as db-scheduler allows. */
	private static final int MISSED_HEARTBEATS = 4;

	/** On a node without the role, the processor is registered but never runs. */
	@Bean
	ConfigurerModule enrichmentProcessor(NodeRoles roles) {
		return EventProcessors.follower(EnrichmentSaga.GROUP, BATCH, roles.include(NodeRole.ENRICHMENT));
	}

	/**
	 * Retries a failed event until it succeeds. Axon's default for sagas is to log the
	 * failure and to go on.
	 */
	@Bean
	ConfigurerModule enrichmentErrors() {
		return (configurer) -> configurer.eventProcessing()
			.registerListenerInvocationErrorHandler(EnrichmentSaga.GROUP, (_) -> PropagatingErrorHandler.instance());
	}

	/** With the language model if one is configured, else by rules. */
	@Bean
	AgentTeam agentTeam(ObjectProvider<LanguageModel> model) {
		LanguageModel configured = model.getIfAvailable();
		return (configured != null) ? new ModelTeam(configured) : OfflineTeam.load();
	}

	@Bean
	CustomTask<AgentJob> agentTask(AgentReporter reports, Assignments assignments, AgentTeam team, SessionWork work,
			EnrichmentProperties settings, StoreBulkhead gate, Clock clock, ObjectProvider<Scheduler> scheduler) {
		AgentRun run = new AgentRun(reports, assignments, team, work,
				new Backoff(settings.firstDelay(), settings.longestDelay()), settings.maxAttempts(), clock);
		return new AgentTask(run, LOG_AWAY, gate, clock, scheduler::getObject).task();
	}

	/**
	 * Jobs run on virtual threads. A node claims no more of them than it can run at once,
	 * so that none waits here while another node is idle.
	 */
	@Bean(destroyMethod = "")
	Scheduler jobScheduler(DataSource dataSource, CustomTask<AgentJob> task, EnrichmentProperties settings,
			MeterRegistry registry, Clock clock) {
		return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
			.jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
			.serializer(new JobSerializer())
			.clock(clock::instant)
			.threads(settings.jobs())
			.executorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("agent-", 0).factory()))
			.pollUsingLockAndFetch(0.9, 1.0)
			.pollingInterval(settings.polling())
			.heartbeatInterval(settings.heartbeat())
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.shutdownMaxWait(settings.stopping())
			.addSchedulerListener(new StatsRegistryAdapter(new MicrometerStatsRegistry(registry, List.of(task))))
			.failureLogging(LogLevel.OFF, false)
			.build();
	}

	@Bean
	AgentScheduler agentScheduler(Scheduler scheduler, NodeRoles roles) {
		return new AgentScheduler(scheduler, roles.include(NodeRole.ENRICHMENT));
	}

	@Bean
	AgentJobs agentJobs(Scheduler scheduler, JdbcClient jdbc, Clock clock) {
		return new DurableAgentJobs(scheduler, jdbc, clock);
	}

}
