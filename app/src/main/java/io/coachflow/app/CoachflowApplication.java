package io.coachflow.app;

import io.coachflow.app.local.LocalServers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The service: every room in one process.
 */
@SpringBootApplication(scanBasePackages = "io.coachflow")
@EnableScheduling
public class CoachflowApplication {

	/**
	 * Recurring work on platform threads, some at a time: the virtual scheduler of Spring
	 * runs all of it on one.
	 */
	@Bean
	ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
		return builder.build();
	}

	public static void main(String[] args) {
		// Axon reads these from the system alone: it neither phones home nor advertises
		System.setProperty("axoniq.update-checker.disabled", "true");
		System.setProperty("disable-axoniq-console-message", "true");
		SpringApplication application = new SpringApplication(CoachflowApplication.class);
		application.addInitializers(new ProductionSettings(), new LocalServers());
		application.run(args);
	}

}
