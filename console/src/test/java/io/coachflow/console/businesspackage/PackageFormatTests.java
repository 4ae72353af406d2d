package io.coachflow.console.businesspackage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackageFormatTests {

	@Test
	void formatsHaveTheNamesOfTheApi() {
		assertThat(PackageFormat.of("md")).contains(PackageFormat.MD);
		assertThat(PackageFormat.MD.apiName()).isEqualTo("markdown");
		assertThat(PackageFormat.PDF.apiName()).isEqualTo("pdf");
		assertThat(PackageFormat.of("exe")).isEmpty();
		assertThat(PackageFormat.of("PDF")).isEmpty();
	}

	@Test
	void filesThatTheApiDoesNotNameAreNamedByTheirSession() {
		assertThat(PackageFormat.JSON.isNamedByApi()).isFalse();
		assertThat(PackageFormat.ZIP.isNamedByApi()).isTrue();
		assertThat(PackageFormat.MD.fileName("5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c")).isEqualTo("package-5a2f0b9e.md");
	}

}
