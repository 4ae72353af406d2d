package io.coachflow.app.team;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.contracts.enrichment.AgentFault;
import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.enrichment.Research;
import io.coachflow.contracts.enrichment.Seo;
import io.coachflow.contracts.enrichment.SiteTemplates;
import io.coachflow.saga.agent.AgentException;
import io.coachflow.saga.agent.AgentTeam;
import io.coachflow.saga.agent.Assignment;
import io.coachflow.saga.agent.AgentOutput;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Agents that follow the stage directions in the vision's text: {@code [logo 300]} takes
 * so many milliseconds, {@code [logo 300 fail]} then fails for good in the first
 * generation, {@code [logo 300 stumble]} fails once and then succeeds,
 * {@code [all 0-200 moody]} does one or the other as it happens.
 */
@Component
@Primary
@ConditionalOnProperty("coachflow.test.rehearsed")
class RehearsedTeam implements AgentTeam {

	private static final Pattern DIRECTION = Pattern.compile("\\[(\\w+) (\\d+)(?:-(\\d+))?(?: (\\w+))?]");

	private static final AgentFault FAULT = new AgentFault(AgentFault.Kind.UNAVAILABLE, "As rehearsed");

	private final Map<String, Boolean> stumbled = new ConcurrentHashMap<>();

	@Override
	public AgentOutput make(Assignment assignment) {
		Matcher direction = DIRECTION.matcher(assignment.brief().vision());
		while (direction.find()) {
			if (direction.group(1).equals("all") || direction.group(1).equals(assignment.agent().id())) {
				follow(direction, assignment);
			}
		}
		return new AgentOutput(AgentSource.OFFLINE, result(assignment),
				new Receipt(Receipt.RULES, "rehearsed", "00", 0, 0, BigDecimal.ZERO, 1, assignment.inputs()));
	}

	private void follow(Matcher direction, Assignment assignment) {
		int least = Integer.parseInt(direction.group(2));
		int most = (direction.group(3) != null) ? Integer.parseInt(direction.group(3)) : least;
		rest(ThreadLocalRandom.current().nextInt(least, most + 1));
		String how = String.valueOf(direction.group(4));
		boolean first = this.stumbled.putIfAbsent(assignment.sessionId() + assignment.agent() + assignment.generation(),
				true) == null;
		int mood = how.equals("moody") ? ThreadLocalRandom.current().nextInt(10) : -1;
		if ((how.equals("fail") && assignment.generation() == 1) || mood == 0) {
			throw new AgentException(FAULT, false, null, null);
		}
		if ((how.equals("stumble") && first) || (mood > 0 && mood < 3)) {
			throw new AgentException(FAULT, true, null, null);
		}
	}

	private static void rest(int millis) {
		try {
			Thread.sleep(Duration.ofMillis(millis));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AgentException(FAULT, true, null, ex);
		}
	}

	private static AgentResult result(Assignment assignment) {
		String name = assignment.brief().businessName() + " " + assignment.generation();
		return switch (assignment.agent()) {
			case RESEARCH -> new Research(new Research.MarketSize(name, name), List.of(), List.of(), List.of(name),
					List.of(), List.of(name));
			case CONTENT -> new Content(name, name, List.of(), name, List.of());
			case LOGO -> new Logo(List.of());
			case SEO -> new Seo(List.of(name), List.of(), name, name, List.of(), Map.of("name", name));
			case TEMPLATE -> new SiteTemplates(List.of());
		};
	}

}
