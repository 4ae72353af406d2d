package io.coachflow.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The packages in {@code docs/examples} are what the service makes, offline. To write
 * them anew: {@code -Dcoachflow.examples.write=true}.
 */
@OnSharedCoachflow
class PackageExamplesE2E {

	private final Caller demo;

	PackageExamplesE2E(RunningCoachflow coachflow) {
		this.demo = coachflow.demo();
	}

	enum Example {

		RESTAURANT_DAKAR("en",
				Map.of("business_name", "Teranga Table", "sector", "restaurant", "city", "Dakar", "country", "Senegal"),
				ConsoleSessionE2E.ENGLISH),

		SOFTWARE_SCHOOL_LYON("fr",
				Map.of("business_name", "Atelier Octet", "sector", "école de logiciel", "city", "Lyon", "country",
						"France"),
				List.of("En 2030, 300 personnes par an sortent de notre école de Lyon avec un premier emploi de développeur ; la moitié sont des femmes.",
						"Nous formons en six mois des adultes en reconversion au métier de développeur, sur des projets réels d’entreprises lyonnaises.",
						"Les salariés de 28 à 45 ans qui veulent changer de métier et les demandeurs d’emploi de Lyon, financés par leur CPF.",
						"Chaque promotion compte 12 élèves pour un formateur en activité. Dès la troisième semaine, ils livrent du code à une vraie entreprise.",
						"Un parcours de 24 semaines à 6 900 €, payable en dix fois ou par le CPF, et une soirée découverte gratuite chaque mois."));

		private final String language;

		private final Map<String, String> facts;

		private final List<String> answers;

		Example(String language, Map<String, String> facts, List<String> answers) {
			this.language = language;
			this.facts = facts;
			this.answers = answers;
		}

		Path file() {
			return Path.of("../docs/examples", name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md");
		}

	}

	@ParameterizedTest
	@EnumSource
	void theExampleIsWhatTheServiceMakes(Example example) throws IOException {
		String session = this.demo.start(example.facts, "Accept-Language", example.language).field("session_id");
		example.answers.forEach(
				(answer) -> assertThat(this.demo.step(session, answer, "Accept-Language", example.language).status())
					.isEqualTo(200));
		await().until(() -> this.demo.complete(session).json().at("/package/status").asString().equals("complete"));

		String made = lasting(
				this.demo.get(Caller.COACHING + "/session/" + session + "/package?format=markdown").text(), session);

		if (Boolean.getBoolean("coachflow.examples.write")) {
			Files.createDirectories(example.file().getParent());
			Files.writeString(example.file(), made);
		}
		assertThat(Files.readString(example.file())).isEqualTo(made);
	}

	/** Without what differs from run to run. */
	private static String lasting(String document, String session) {
		return document.replace(session, "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c")
			.replaceFirst("Completed on .*, \\d{4}\\.", "Completed on November 26, 2026.")
			.replaceFirst("Terminé le .* \\d{4}\\.", "Terminé le 26 novembre 2026.")
			.replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?", "2026-11-26T12:00:00Z")
			.replaceAll("\\b\\d+(?:[,\\u00A0\\u202F]\\d{3})*([ \\u00A0\\u202F]?ms)\\b", "5$1");
	}

}
