package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeerTests {

	@ParameterizedTest
	@EnumSource
	void isInstalledWhereItsProgramIs(Peer peer, @TempDir Path folder) throws IOException {
		assertThat(peer.installed(folder)).isFalse();
		Path program = Files.createFile(Files.createDirectory(folder.resolve(peer.database())).resolve("start"));
		assertThat(peer.installed(folder)).isFalse();
		assertThat(program.toFile().setExecutable(true)).isTrue();
		assertThat(peer.installed(folder)).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void theFolderOfItsNameHasItsSources(Peer peer) {
		assertThat(Path.of("peers", peer.database())).isDirectory();
	}

	@Test
	void theInstallerKnowsEach() throws IOException {
		String installer = Files.readString(Path.of("peers", "install"));
		for (Peer peer : Peer.values()) {
			assertThat(installer).contains("install_" + peer.database() + "()");
		}
	}

}
