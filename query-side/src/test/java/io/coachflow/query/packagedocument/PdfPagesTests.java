package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PdfPagesTests {

	private static final LogoDrawings NONE = new LogoDrawings(List.of());

	@TempDir
	Path folder;

	@Test
	void nothingIsFetchedWhateverAPageNames() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		Path secret = Files.writeString(this.folder.resolve("secret.txt"), "SECRET");
		Path style = Files.writeString(this.folder.resolve("style.css"), "p { display: none }");
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> count(server, calls));
			String at = "http://127.0.0.1:" + server.getLocalPort();

			byte[] pdf = PdfPages.print("""
					<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
					<link rel="stylesheet" href="%1$s/a.css"/><link rel="stylesheet" href="%3$s"/>
					<style>@import url("%1$s/b.css"); @import url("%3$s");
					@font-face { font-family: f; src: url(%1$s/f.ttf) }
					body { font-family: 'Liberation Sans'; background-image: url(%1$s/c.png) }
					p { font-family: f, 'Liberation Sans'; list-style-image: url(%2$s) }
					div::before { content: url(%1$s/d.png) }</style></head>
					<body><p>All is well</p><div>x</div><img src="%1$s/e.png" alt="x"/><img src="%1$s/e.svg" alt="x"/>
					<img src="%2$s" alt="x"/><object data="%1$s/g.pdf" type="application/pdf">x</object>
					<a href="%2$s" download="x">file</a><iframe src="%1$s/h.html"></iframe>
					<script src="%1$s/i.js">1</script></body></html>""".formatted(at, secret.toUri(), style.toUri()),
					NONE, null);

			assertThat(String.join("", PackagePdfTests.pages(pdf))).contains("All is well").doesNotContain("SECRET");
			try (Socket _ = new Socket(server.getInetAddress(), server.getLocalPort())) {
				while (calls.get() == 0) {
					Thread.onSpinWait();
				}
			}
			assertThat(calls).as("Only the test's own call").hasValue(1);
		}
	}

	@Test
	void documentTypesAndEntitiesAreRefused() throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret.txt"), "SECRET");

		assertThatIOException().isThrownBy(
				() -> PdfPages.print(
						"<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri()
								+ "\">]><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>&x;</body></html>",
						NONE, null));
		assertThatIOException().isThrownBy(() -> PdfPages.print("<html><body></html>", NONE, null));
	}

	private static void count(ServerSocket server, AtomicInteger calls) {
		try {
			while (true) {
				server.accept().close();
				calls.incrementAndGet();
			}
		}
		catch (IOException ex) {
			// The test has closed it
		}
	}

}
