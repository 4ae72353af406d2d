package io.coachflow.app.e2e;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.coachflow.local.FreePort;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/**
 * A real Kafka in a process of its own, broker and controller in one, that can be killed
 * and started again on its data.
 */
final class KafkaBroker implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Path directory;

	private final Path settings;

	private final int port = FreePort.next();

	private Process process;

	private KafkaBroker() throws IOException, InterruptedException {
		this.directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/e2e")), "kafka");
		int controller = FreePort.next();
		this.settings = Files.writeString(this.directory.resolve("server.properties"), """
				process.roles=broker,controller
				node.id=1
				controller.quorum.voters=1@127.0.0.1:%2$d
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				controller.listener.names=CONTROLLER
				log.dirs=%3$s
				auto.create.topics.enable=false
				offsets.topic.replication.factor=1
				offsets.topic.num.partitions=1
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				""".formatted(this.port, controller, this.directory.resolve("log").toAbsolutePath()));
		run(StorageTool.class, "format", "-t", Uuid.randomUuid().toString(), "-c", this.settings.toString()).waitFor();
		this.process = launch();
	}

	/** Starts a broker with a topic. */
	static KafkaBroker start(String topic, int partitions)
			throws IOException, InterruptedException, ExecutionException {
		KafkaBroker broker = new KafkaBroker();
		try {
			broker.createTopic(topic, partitions);
		}
		catch (ExecutionException ex) {
			String output = broker.output();
			broker.close();
			throw new AssertionError(output, ex);
		}
		return broker;
	}

	String address() {
		return "127.0.0.1:" + this.port;
	}

	void createTopic(String topic, int partitions) throws InterruptedException, ExecutionException {
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
		}
	}

	/** Deletes the topic and waits until nobody finds it any more. */
	void deleteTopic(String topic) throws InterruptedException, ExecutionException {
		try (Admin admin = admin()) {
			admin.deleteTopics(List.of(topic)).all().get();
			await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(topic));
		}
	}

	private Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", address()));
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	void startAgain() throws IOException {
		this.process = launch();
	}

	private Process launch() throws IOException {
		Process started = run(Kafka.class, this.settings.toString());
		await().atMost(PATIENCE).until(() -> !started.isAlive() || listens());
		return started;
	}

	private boolean listens() {
		try (Socket _ = new Socket("127.0.0.1", this.port)) {
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

	private String output() throws IOException {
		return Files.readString(this.directory.resolve("output.log"));
	}

	private Process run(Class<?> program, String... arguments) throws IOException {
		Stream<String> command = Stream
			.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
					program.getName()), Stream.of(arguments));
		return new ProcessBuilder(command.toList()).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.directory.resolve("output.log").toFile()))
			.start();
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly().onExit().join();
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
