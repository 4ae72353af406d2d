package io.coachflow.app.architecture;

import java.time.Instant;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.coachflow.contracts.node.Stopping;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The walls of the house: see docs/adr/0001-rooms.md.
 */
class ArchitectureTests {

	private static final JavaClasses COACHFLOW = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("-tests.jar"))
		.importPackages("io.coachflow");

	@Test
	void contractsDependOnNothingButAnnotations() {
		classes().that()
			.resideInAPackage("io.coachflow.contracts..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "io.coachflow.contracts..", "org.jspecify.annotations",
					"com.fasterxml.jackson.annotation", "io.swagger.v3.oas.annotations..",
					"org.axonframework.modelling.command", "org.axonframework.serialization")
			.check(COACHFLOW);
	}

	@Test
	void modulesKnowTheContractsAndWhatStandsBelowThem() {
		String[] none = new String[0];
		String[] log = { "io.coachflow.eventlog.." };
		Map<String, String[]> known = Map.of("eventlog", none, "query", log, "command",
				new String[] { "io.coachflow.llm..", "io.coachflow.text.." }, "saga",
				new String[] { "io.coachflow.eventlog..", "io.coachflow.llm..", "io.coachflow.text.." }, "llm",
				new String[] { "io.coachflow.text.." }, "text", none, "local", none, "console", none);
		known.forEach((side, others) -> noClasses().that()
			.resideInAPackage("io.coachflow." + side + "..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.coachflow..")
				.and(JavaClass.Predicates.resideOutsideOfPackages("io.coachflow." + side + "..",
						"io.coachflow.contracts.."))
				.and(JavaClass.Predicates.resideOutsideOfPackages(others)))
			.allowEmptyShould(true)
			.check(COACHFLOW));
	}

	@Test
	void onlyOneRoomKnowsHowModelsAreSpokenTo() {
		noClasses().that()
			.resideOutsideOfPackage("io.coachflow.llm..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.langchain4j..")
			.check(COACHFLOW);
	}

	@Test
	void decisionsKnowNeitherSpringNorAxonNorTheClock() {
		noClasses().that()
			.haveNameMatching(
					"io\\.coachflow\\.command\\.(session\\.(SessionDecider|SessionState|Decision)|businesspackage\\.(PackageDecider|PackageState|AgentGeneration))(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "org.axonframework..")
			.orShould()
			.callMethod(Instant.class, "now")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.time.Clock")
			.check(COACHFLOW);
	}

	@Test
	void nobodyAsksTheSystemForTheTime() {
		noClasses().that()
			.doNotHaveSimpleName("TimeConfiguration")
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(COACHFLOW);
	}

	/** Else a job that takes long keeps the node from stopping in time. */
	@Test
	void whoeverHasARecurringJobAsksWhetherTheNodeStops() {
		classes().that()
			.containAnyMethodsThat(CanBeAnnotated.Predicates.annotatedWith(Scheduled.class))
			.should()
			.callMethod(Stopping.class, "isStopping")
			.check(COACHFLOW);
	}

	@Test
	void packagesDoNotFormCycles() {
		SlicesRuleDefinition.slices().matching("io.coachflow.(**)").should().beFreeOfCycles().check(COACHFLOW);
	}

	@Test
	void nothingIsInjectedIntoFieldsOrCalledUtils() {
		GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(COACHFLOW);
		GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(COACHFLOW);
		noClasses().should().haveSimpleNameEndingWith("Utils").check(COACHFLOW);
	}

}
