package io.coachflow.query.packagedocument;

import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '>', quoteCharacter = '`',
			value = { "Teranga Table > teranga-table.pdf", "Le Cœur & l’Été > le-coeur-lete.pdf",
					"../../etc/passwd > etc-passwd.pdf", "a\"; b=\"c > a-b-c.pdf", "北京 > business-package.pdf",
					"--- > business-package.pdf", "Ağaç ßtraße > agac-sstrasse.pdf", "C:\\x.exe\0 > c-x-exe.pdf" })
	void anyNameBecomesOneThatEverySystemTakes(String business, String expected) {
		PackageResponse response = Packages.named(Packages.kept("complete-en"), business);

		assertThat(FileName.of(response, "pdf")).isEqualTo(expected);
	}

	@Test
	void aLongNameIsCutAndAMissingOneReplaced() {
		PackageResponse response = Packages.named(Packages.kept("complete-en"), "ab ".repeat(100));

		assertThat(FileName.of(response, "zip")).hasSizeLessThanOrEqualTo(64).endsWith("ab.zip");
		assertThat(FileName.of(PackageResponse.expected("s1"), "zip")).isEqualTo("business-package.zip");
	}

}
