#!/usr/bin/env bash
# com.zaxxer:HikariCP 7.0.2 (Maven Central).
#
# Guess: a connection that is lost while the pool sets it up is thrown away, and the next one is set up as usual.
#
# Fact: the pool asks its first connection, and no other, for the default isolation of transactions. If that connection is lost
# at this moment (SQLSTATE 08...), the pool keeps "unknown", which is -1, and asks every later connection for the isolation -1.
# The driver refuses that, so a pool without fail-fast (initializationFailTimeout below 0) never gives a connection again,
# though the database is long back. See HikariCP#1944.
#
# What to do: name the isolation (transactionIsolation=TRANSACTION_READ_COMMITTED): then the pool has nothing to ask.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B dependency:copy -Dartifact=com.zaxxer:HikariCP:7.0.2 -DoutputDirectory="$work"
mvn -q -B dependency:copy -Dartifact=org.slf4j:slf4j-api:2.0.17 -DoutputDirectory="$work"
java -version 2>&1 | head -n 1

cat >Look.java <<'JAVA'
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

/** A database that loses its first connection while the pool asks about it, and none after that. */
public class Look {

	public static void main(String[] args) {
		boolean lost = works(null);
		boolean named = works("TRANSACTION_READ_COMMITTED");
		if (lost || !named) {
			System.out.println("The behaviour has changed.");
			System.exit(1);
		}
	}

	static boolean works(String isolation) {
		AtomicInteger opened = new AtomicInteger();
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource((DataSource) Proxy.newProxyInstance(Look.class.getClassLoader(),
					new Class<?>[] { DataSource.class },
					(proxy, method, values) -> method.getName().equals("getConnection")
							? connection(opened.incrementAndGet() == 1) : byDefault(method.getReturnType())));
			pool.setTransactionIsolation(isolation);
			pool.setInitializationFailTimeout(-1);
			pool.setConnectionTimeout(3_000);
			pool.getConnection().close();
			System.out.println("isolation " + isolation + ": a connection after " + opened + " attempts");
			return true;
		}
		catch (SQLException ex) {
			System.out.println("isolation " + isolation + ": none in 3 s, after " + opened + " attempts: " + ex.getCause());
			return false;
		}
	}

	static Connection connection(boolean isLost) {
		return (Connection) Proxy.newProxyInstance(Look.class.getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, values) -> switch (method.getName()) {
					case "getTransactionIsolation" -> {
						if (isLost) {
							throw new SQLException("The connection is lost", "08006");
						}
						yield Connection.TRANSACTION_READ_COMMITTED;
					}
					case "setTransactionIsolation" -> {
						if ((int) values[0] < 0) {
							throw new SQLException("There is no isolation level " + values[0]);
						}
						yield null;
					}
					case "isValid" -> true;
					default -> byDefault(method.getReturnType());
				});
	}

	static Object byDefault(Class<?> type) {
		return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null;
	}

}
JAVA
java -cp "$work/*" Look.java 2>/dev/null
