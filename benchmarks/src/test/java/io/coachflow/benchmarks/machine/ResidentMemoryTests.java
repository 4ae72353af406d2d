package io.coachflow.benchmarks.machine;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentMemoryTests {

	@Test
	void readsBytes() throws IOException {
		assertThat(ResidentMemory.parse(List.of("VmHWM:\t  900 kB", "VmRSS:\t  512 kB"))).isEqualTo(524_288);
		assertThat(ResidentMemory.of(ProcessHandle.current().pid())).isPositive();
	}

}
