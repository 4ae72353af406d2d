package io.coachflow.app;

import java.io.IOException;
import java.util.Arrays;

import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.eventlog.export.VerifyCommand;
import io.coachflow.console.ConsoleConfiguration;
import io.coachflow.local.LocalServers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service: all modules in one process. With {@code verify} as the first argument it
 * is a command that checks exported histories and starts nothing.
 */
@SpringBootApplication(scanBasePackages = { "io.coachflow.app", "io.coachflow.command", "io.coachflow.eventlog",
		"io.coachflow.llm", "io.coachflow.local", "io.coachflow.query", "io.coachflow.saga" })
@Import(ConsoleConfiguration.class)
@EnableScheduling
public class CoachflowApplication {

	@Bean
	NodeRoles nodeRoles(@Value("${" + NodeRoles.SETTING + "}") String roles) {
		return NodeRoles.parse(roles);
	}

	@Bean
	RecurringWork taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
		return builder.configure(new RecurringWork());
	}

	public static void main(String[] args) throws IOException {
		if (args.length > 0 && args[0].equals(VerifyCommand.NAME)) {
			System.exit(VerifyCommand.run(Arrays.asList(args).subList(1, args.length), System.in, System.out));
		}
		// They turn off Axon's update check and advertisement, which read only system
		// properties
		System.setProperty("axoniq.update-checker.disabled", "true");
		System.setProperty("disable-axoniq-console-message", "true");
		SpringApplication application = new SpringApplication(CoachflowApplication.class);
		application.addInitializers(new ProductionSettings(), new LocalServers());
		application.run(args);
	}

}
