package io.coachflow.benchmarks.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.coachflow.benchmarks.load.CpuPerStep;

/**
 * Two versions under the same load, round by round in turn.
 *
 * @param newer the one in question
 * @param baseline the one that it is compared with
 */
public record Comparison(Version newer, Version baseline) {

	static final String CPU = "CPU ms per step: service, PostgreSQL, Redis";

	static final String WRITE_AHEAD = "write-ahead log, bytes per step";

	static final String MEMORY = "resident memory, MiB";

	static final String CPU_UNTIL_READINESS = "CPU seconds until readiness";

	/** All figures of both, CPU per step first. */
	public List<Compared> figures() {
		return List.of(cpu(CPU, CpuPerStep::together), cpu("- service without JIT", CpuPerStep::service),
				cpu("- PostgreSQL", CpuPerStep::postgres), cpu("- Redis", CpuPerStep::redis),
				cpu("apart: JIT", CpuPerStep::jit), cpu("apart: client", CpuPerStep::client),
				rounds("steps/s", (round) -> round.load().stepsPerSecond()),
				rounds(WRITE_AHEAD, Round::walBytesPerStep), rounds(MEMORY, Round::residentMiB),
				start(CPU_UNTIL_READINESS, Startup::cpuSeconds), start("seconds until readiness", Startup::seconds));
	}

	private Compared cpu(String figure, ToDoubleFunction<CpuPerStep> process) {
		return rounds(figure, (round) -> process.applyAsDouble(round.load().cpuPerStep()));
	}

	private Compared rounds(String figure, ToDoubleFunction<Round> value) {
		return Compared.of(figure, values(this.newer, value), values(this.baseline, value));
	}

	private Compared start(String figure, ToDoubleFunction<Startup> value) {
		return Compared.of(figure, List.of(value.applyAsDouble(this.newer.startup())),
				List.of(value.applyAsDouble(this.baseline.startup())));
	}

	private static List<Double> values(Version version, ToDoubleFunction<Round> value) {
		return version.rounds().stream().map(value::applyAsDouble).toList();
	}

	/** As the report shows them. */
	Table table() {
		Table table = new Table(
				"Against the baseline, %d rounds each (%s against %s)".formatted(this.newer.rounds().size(),
						this.newer.jar(), this.baseline.jar()),
				"median of the rounds", "new", "baseline", "new ÷ baseline", "min", "max");
		for (Compared compared : figures()) {
			table.row(compared.figure(), Figure.number(compared.newer()), Figure.number(compared.baseline()),
					Figure.number(compared.ratio().median()), Figure.number(compared.ratio().min()),
					Figure.number(compared.ratio().max()));
		}
		return table;
	}

}
