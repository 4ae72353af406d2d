package io.coachflow.local;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes directories and files that other users of the machine cannot read. */
final class OwnerOnly {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private OwnerOnly() {
	}

	static Path createDirectories(Path directory) throws IOException {
		if (Files.isDirectory(directory)) {
			return directory;
		}
		if (directory.getParent() != null) {
			Files.createDirectories(directory.getParent());
		}
		return Files.createDirectory(directory, permissions("rwx------"));
	}

	static Path writeNew(Path file, String content) throws IOException {
		Files.deleteIfExists(file);
		Files.createFile(file, permissions("rw-------"));
		return Files.writeString(file, content);
	}

	private static FileAttribute<?>[] permissions(String permissions) {
		return (POSIX
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0]);
	}

}
