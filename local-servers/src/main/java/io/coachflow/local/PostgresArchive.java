package io.coachflow.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL's programs for this machine, from the class path. */
final class PostgresArchive {

	/** A name of the archive's content, so that another version is unpacked beside it. */
	String name() throws IOException {
		CRC32 checksum = new CRC32();
		try (InputStream archive = new CheckedInputStream(open(), checksum)) {
			archive.transferTo(OutputStream.nullOutputStream());
		}
		return "postgres-" + HexFormat.of().toHexDigits(checksum.getValue(), 8);
	}

	void unpack(Path folder) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(open()))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(tar, entry, folder.resolve(entry.getName()).normalize());
			}
		}
	}

	private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Path parent = Objects.requireNonNull(target.getParent(), "A file of the archive has a folder");
		Files.createDirectories(parent);
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, target);
		if (parent.endsWith("bin") && !target.toFile().setExecutable(true, true)) {
			throw new IOException(target + " cannot be made executable");
		}
	}

	private InputStream open() throws IOException {
		return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch"));
	}

	private static String system() {
		String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return (name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Darwin" : "Linux");
	}

}
