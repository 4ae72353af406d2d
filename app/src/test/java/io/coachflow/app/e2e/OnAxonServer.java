package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.coachflow.app.TestAxonServer;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes an Axon Server the event log of a test context. The server is a bean, and stops
 * after all others.
 */
final class OnAxonServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestAxonServer axonServer = start();
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		beans.registerSingleton("testAxonServer", axonServer);
		beans.registerDisposableBean("testAxonServer", axonServer::close);
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("axonServer",
					Map.of("axon.axonserver.enabled", "true", "axon.axonserver.servers", axonServer.address())));
	}

	private static TestAxonServer start() {
		try {
			return TestAxonServer.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
