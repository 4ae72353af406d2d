package io.coachflow.eventlog.processor;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

	@Bean
	ProcessorTokens tokenStore(ConnectionProvider connectionProvider, Serializer serializer,
			RebuildableProcessors rebuildable, @Value("${server.port}") int port) throws UnknownHostException {
		TokenSchema schema = TokenSchema.builder()
			.setTokenTable("token_entry")
			.setProcessorNameColumn("processor_name")
			.setSegmentColumn("segment")
			.setTokenColumn("token")
			.setTokenTypeColumn("token_type")
			.setTimestampColumn("claimed_at")
			.setOwnerColumn("owner")
			.build();
		// The same after a restart, so that a killed node takes up its own claims at once
		String node = InetAddress.getLocalHost().getHostName() + ":" + port;
		return new ProcessorTokens(JdbcTokenStore.builder()
			.connectionProvider(connectionProvider)
			.schema(schema)
			.serializer(serializer)
			.nodeId(node)
			.claimTimeout(ProcessorTokens.CLAIM_TIMEOUT), node, rebuildable.names());
	}

}
