package io.coachflow.benchmarks.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.coachflow.benchmarks.servers.Peer;

/** What ours should be beside its peers: medians of the ratios of each round. */
final class PeerRatios {

	private PeerRatios() {
	}

	static List<Ratio> of(Peers peers) {
		SystemRuns ours = peers.ours();
		return List.of(
				new Ratio("accepted steps/s ÷ stock Axon's, 32 connections",
						against(peers, Peer.AXON, (peer) -> median(ours.rates(), peer.rates())), 2, 3, ""),
				new Ratio("accepted steps/s ÷ Emmett's, 32 connections",
						against(peers, Peer.EMMETT, (peer) -> median(ours.rates(), peer.rates())), 3, 5, ""),
				new Ratio("accepted steps/s ÷ Emmett's, seconds 10 to 30 after readiness",
						against(peers, Peer.EMMETT, (peer) -> ours.early() / peer.early()), 1.2, 2, ""),
				new Ratio("CPU per step ÷ CPU per durable insert, 32 connections",
						median(ours.cpuMillis(), peers.inserts().stream().map(Inserts::cpuMillis).toList()), 4, 2.5,
						""),
				new Ratio("step p50 at one connection ÷ commit latency of one client, beside the peers",
						median(ours.singleMillis(),
								peers.inserts().stream().map((round) -> round.single().latency().p50()).toList()),
						3, 2, ""));
	}

	private static double against(Peers peers, Peer peer, ToDoubleFunction<SystemRuns> ratio) {
		return peers.named(peer.title()).stream().mapToDouble(ratio).findFirst().orElse(Double.NaN);
	}

	private static double median(List<Double> ours, List<Double> theirs) {
		return Compared.of("", ours, theirs).ratio().median();
	}

}
