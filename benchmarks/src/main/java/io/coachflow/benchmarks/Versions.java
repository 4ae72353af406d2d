package io.coachflow.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import com.nimbusds.jose.JOSEException;
import io.coachflow.benchmarks.servers.Peer;
import io.coachflow.benchmarks.servers.Servers;

/**
 * Starts services of any version, each with PostgreSQL and Redis of its own, so that what
 * one of them does while another is measured counts for nobody.
 */
final class Versions {

	/** What the other version is called. */
	static final String BASELINE = "baseline";

	private final Options options;

	private final Findings findings;

	private final Progress progress;

	Versions(Options options, Findings findings, Progress progress) {
		this.options = options;
		this.findings = findings;
		this.progress = progress;
	}

	/**
	 * Starts one on an empty database and waits until it is ready.
	 * @param name of the version, and of its database
	 */
	Running start(String name, Path jar) throws IOException, InterruptedException, SQLException, JOSEException {
		// Into the page cache, so that no start waits for the disk
		Files.copy(jar, OutputStream.nullOutputStream());
		Servers servers = Servers.start(this.options.work(), jar,
				name.equals(BASELINE) ? this.options.baselineJvmOptions() : this.options.jvmOptions());
		try {
			servers.postgres().createDatabase(name);
			Service service = Service.start(servers, name, 0, this.findings);
			this.progress.say("%s (%s) is ready after %.1f s and %.1f s of CPU".formatted(name, jar,
					service.startup().seconds(), service.startup().cpuSeconds()));
			return new Running(service, servers);
		}
		catch (IOException | InterruptedException | SQLException | RuntimeException ex) {
			servers.close();
			throw ex;
		}
	}

	/** Starts a peer likewise, which is installed in that folder. */
	Running start(Peer peer, Path peers) throws IOException, InterruptedException, SQLException, JOSEException {
		Servers servers = Servers.start(this.options.work(), this.options.jar(), this.options.jvmOptions());
		try {
			servers.postgres().createDatabase(peer.database());
			Service service = Service.start(servers, peer, peers, this.findings);
			this.progress.say("%s is ready after %.1f s and %.1f s of CPU".formatted(peer.title(),
					service.startup().seconds(), service.startup().cpuSeconds()));
			return new Running(service, servers);
		}
		catch (IOException | InterruptedException | SQLException | RuntimeException ex) {
			servers.close();
			throw ex;
		}
	}

	/** A service and its servers; ends with them. */
	record Running(Service service, Servers servers) implements AutoCloseable {

		@Override
		public void close() {
			this.servers.close();
		}

	}

}
