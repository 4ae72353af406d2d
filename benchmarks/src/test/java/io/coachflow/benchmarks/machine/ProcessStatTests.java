package io.coachflow.benchmarks.machine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProcessStatTests {

	@Test
	void readsTheTimesBehindANameWithBlanksAndBrackets() {
		ProcessStat stat = ProcessStat
			.parse("4711 (postgres: a) (b) S 12 4711 4711 0 -1 4194560 1 2 3 4 150 50 30 20 20 0 1 0 99 0 0");
		assertThat(stat).isEqualTo(new ProcessStat("postgres: a) (b", 12, 200, 50));
	}

	@ParameterizedTest
	@CsvSource({ "C2 CompilerThre, true", "C1 CompilerThre, true", "VM Thread, false", "http-nio-C2, false" })
	void knowsTheCompilersThreadsByTheirNames(String name, boolean compiles) {
		assertThat(new ProcessStat(name, 1, 2, 3).compiles()).isEqualTo(compiles);
	}

	@Test
	void findsTheCompilerOfARunningProcess() {
		long own = ProcessHandle.current().pid();
		CpuTimes cpu = new CpuMeter(own, own, own).read();
		assertThat(cpu.jit()).isPositive();
		assertThat(cpu.java() + cpu.jit()).isCloseTo(cpu.client(), within(1.0));
	}

	@Test
	void tellsWorkFromStolenAndIdleTime() {
		MachineStat stat = MachineStat.parse("cpu  100 5 50 700 45 3 2 95 11 12");
		assertThat(stat).isEqualTo(new MachineStat(160, 95, 1000));
	}

	@Test
	void countsWhatIsNotOursAsForeign() {
		CpuTimes cpu = new CpuTimes(3, 1, 2, 1, 1, 9, 0.5, 20);
		assertThat(cpu.foreignShare()).isEqualTo(0.05);
		assertThat(cpu.stolenShare()).isEqualTo(0.025);
	}

}
