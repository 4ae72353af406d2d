package io.coachflow.app.security;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.coachflow.app.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Keys of an issuer that goes, hangs and comes back.
 */
@ExtendWith(OutputCaptureExtension.class)
@Isolated("reads what the whole process prints")
class IssuerKeysIT {

	private static final Duration LIFE = Duration.ofSeconds(1);

	private final TestIssuer issuer = new TestIssuer();

	private IssuerKeys keys = remembering(LIFE, Duration.ofHours(1));

	@AfterEach
	void close() throws IOException {
		this.keys.close();
		this.issuer.close();
	}

	@Test
	void knownKeysStayGoodWhileTheIssuerIsAwayAndOthersAreNotCalledUnknown(CapturedOutput output) throws Exception {
		this.issuer.comes();
		assertThat(key(this.issuer.keyId())).hasSize(1);
		this.issuer.fails();

		awaitQuestions(3);

		assertThat(key(this.issuer.keyId())).hasSize(1);
		for (int i = 0; i < 20; i++) {
			assertNotKnown(UUID.randomUUID().toString());
		}
		assertThat(key(this.issuer.keyId())).hasSize(1);
		assertThat(output.getOut().lines().filter((line) -> line.contains("does not give its keys"))).hasSize(1);

		this.issuer.changesItsKey();
		this.issuer.recovers();

		await(() -> !isNotKnown(this.issuer.keyId()));
		assertThat(key(this.issuer.keyId())).hasSize(1);
		assertThat(output.getOut().lines().filter((line) -> line.contains("answers again"))).hasSize(1);
	}

	@Test
	void aWithdrawnKeyIsForgottenWithinItsLife() throws Exception {
		this.issuer.comes();
		String withdrawn = this.issuer.keyId();
		assertThat(key(withdrawn)).hasSize(1);

		this.issuer.changesItsKey();

		await(() -> key(withdrawn).isEmpty());
		assertThat(key(this.issuer.keyId())).hasSize(1);
	}

	@Test
	void anOutageIsToleratedNoLongerThanTheSettingSays() throws Exception {
		this.keys.close();
		this.keys = remembering(LIFE, LIFE);
		this.issuer.comes();
		assertThat(key(this.issuer.keyId())).hasSize(1);

		this.issuer.goes();

		await(() -> isNotKnown(this.issuer.keyId()));
	}

	@Test
	void aStartWithoutTheIssuerRecoversByItself(CapturedOutput output) throws Exception {
		assertNotKnown(this.issuer.keyId());
		assertNotKnown(this.issuer.keyId());
		assertThat(output.getOut().lines().filter((line) -> line.contains("Every token gets 503 until it does")))
			.hasSize(1);

		this.issuer.comes();

		await(() -> !isNotKnown(this.issuer.keyId()));
		assertThat(key(this.issuer.keyId())).hasSize(1);
	}

	@Test
	void aFloodOfUnknownKeysReachesTheIssuerSeldomAndDelaysNoKnownKey() throws Exception {
		this.keys.close();
		this.keys = remembering(Duration.ofMinutes(5), Duration.ofHours(1));
		this.issuer.comes();
		assertThat(key(this.issuer.keyId())).hasSize(1);
		this.issuer.fallsSilent();
		int before = this.issuer.questions();
		List<Thread> flood = IntStream.range(0, 200)
			.mapToObj((_) -> Thread.startVirtualThread(() -> isNotKnown(UUID.randomUUID().toString())))
			.toList();

		await(() -> this.issuer.questions() > before);
		assertThat(key(this.issuer.keyId())).hasSize(1);
		assertThat(flood).anyMatch(Thread::isAlive);

		this.issuer.speaksAgain();
		for (Thread one : flood) {
			one.join();
		}
		// Each five seconds two may be asked, for metadata and keys
		assertThat(this.issuer.questions()).isLessThanOrEqualTo(12);
	}

	@Test
	void aKeyThatNoAnswerHoldsIsUnknown() throws Exception {
		this.issuer.comes();

		for (int i = 0; i < 50; i++) {
			assertThat(key(UUID.randomUUID().toString())).isEmpty();
		}
	}

	@Test
	void anIssuerByAnotherNameIsNotBelievedAndTheSettingNamed(CapturedOutput output) throws Exception {
		this.issuer.comes();
		this.keys.close();
		this.keys = new IssuerKeys(new IssuerKeySet(this.issuer.uri() + "/", null),
				new IssuerSettings(LIFE, Duration.ofHours(1)));

		assertNotKnown(this.issuer.keyId());

		assertThat(output).contains("it calls itself " + this.issuer.uri() + ": ",
				"spring.security.oauth2.resourceserver.jwt.issuer-uri must be the same");
	}

	@Test
	void keysAtANamedAddressNeedNoMetadata() throws Exception {
		this.issuer.comes();
		this.keys.close();
		this.keys = new IssuerKeys(new IssuerKeySet("https://elsewhere.example", this.issuer.uri() + "/certs"),
				new IssuerSettings(LIFE, Duration.ofHours(1)));

		assertThat(key(this.issuer.keyId())).hasSize(1);
	}

	private IssuerKeys remembering(Duration life, Duration tolerance) {
		return new IssuerKeys(new IssuerKeySet(this.issuer.uri(), null), new IssuerSettings(life, tolerance));
	}

	private List<JWK> key(String id) throws KeySourceException {
		return this.keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
	}

	private boolean isNotKnown(String id) {
		try {
			key(id);
			return false;
		}
		catch (KeySourceException _) {
			return true;
		}
	}

	private void assertNotKnown(String id) {
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> key(id));
	}

	/** One is asked in each life of the keys. */
	private void awaitQuestions(int more) throws Exception {
		int before = this.issuer.questions();
		await(() -> this.issuer.questions() >= before + more);
	}

	private static void await(Callable<Boolean> condition) throws Exception {
		long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!condition.call()) {
			assertThat(System.nanoTime()).isLessThan(deadline);
			Thread.sleep(20);
		}
	}

}
