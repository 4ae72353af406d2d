package peer;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The peer on stock Axon Framework: its own JDBC event store, token store and command bus.
 *
 * <p>
 * Fair, because it is the reference set-up on PostgreSQL, with JSON instead of XML and a pooled processor with batches of
 * a hundred. Each command loads its aggregate from the store, which is the default. Less than the service does: no score,
 * one read model, no hash chain; and its reader guesses where gaps end.
 */
@SpringBootApplication
public class Peer {

	static final List<String> STEPS = List.of("vision", "mission", "clientele", "differentiation", "offre");

	static final Duration LIFETIME = Duration.ofHours(2);

	public static void main(String[] arguments) {
		SpringApplication.run(Peer.class, arguments);
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health/**")
				.permitAll()
				.anyRequest()
				.hasAuthority("SCOPE_coaching"))
			.csrf((csrf) -> csrf.disable())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((server) -> server.jwt((_) -> {
			}))
			.build();
	}

	// Axon's auto-configuration would fall back to stores in memory and to XStream: each part is named

	@Bean
	@Primary
	Serializer serializer() {
		return Jackson3Serializer.builder().build();
	}

	@Bean
	TransactionManager axonTransactions(PlatformTransactionManager transactions) {
		return new SpringTransactionManager(transactions);
	}

	@Bean
	ConnectionProvider connections(DataSource dataSource) {
		return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
	}

	@Bean
	EventStorageEngine events(ConnectionProvider connections, TransactionManager transactions, Serializer serializer,
			JdbcTemplate jdbc) {
		jdbc.execute("CREATE TABLE IF NOT EXISTS session_list (session_id text PRIMARY KEY, user_id text NOT NULL, "
				+ "answered integer NOT NULL, sequence bigint NOT NULL, updated_at timestamptz NOT NULL)");
		JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
			.eventSerializer(serializer)
			.snapshotSerializer(serializer)
			.connectionProvider(connections)
			.transactionManager(transactions)
			.build();
		engine.createSchema(PostgresEventTableFactory.INSTANCE);
		return engine;
	}

	@Bean
	TokenStore tokens(ConnectionProvider connections, Serializer serializer, TransactionManager transactions) {
		JdbcTokenStore tokens = JdbcTokenStore.builder()
			.connectionProvider(connections)
			.serializer(serializer)
			.build();
		transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
		return tokens;
	}

}
