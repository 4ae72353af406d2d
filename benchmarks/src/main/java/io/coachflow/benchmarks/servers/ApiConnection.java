package io.coachflow.benchmarks.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection to the service, for one thread. It opens again where the
 * server ended it.
 */
public final class ApiConnection implements AutoCloseable {

	private static final Timeout TIMEOUT = Timeout.ofSeconds(30);

	private final HttpRequestExecutor executor = new HttpRequestExecutor();

	private final InetSocketAddress address;

	private @Nullable DefaultBHttpClientConnection connection;

	/**
	 * Opens with the first call.
	 * @param port on the loopback interface
	 */
	public ApiConnection(int port) {
		this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
	}

	/** Reads. */
	public Answer get(String path, @Nullable String authorization) throws IOException {
		return send(new BasicClassicHttpRequest("GET", path), authorization);
	}

	/** Sends JSON. */
	public Answer post(String path, String authorization, byte[] json) throws IOException {
		ClassicHttpRequest request = new BasicClassicHttpRequest("POST", path);
		request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
		request.setHeader(HttpHeaders.CONTENT_TYPE, "application/json");
		request.setHeader(HttpHeaders.CONTENT_LENGTH, json.length);
		return send(request, authorization);
	}

	/** Deletes. */
	public Answer delete(String path, String authorization) throws IOException {
		return send(new BasicClassicHttpRequest("DELETE", path), authorization);
	}

	private Answer send(ClassicHttpRequest request, @Nullable String authorization) throws IOException {
		request.setHeader(HttpHeaders.HOST, "127.0.0.1:" + this.address.getPort());
		if (authorization != null) {
			request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
		}
		HttpCoreContext context = HttpCoreContext.create();
		try (ClassicHttpResponse response = this.executor.execute(request, open(), context)) {
			byte[] body = (response.getEntity() != null) ? EntityUtils.toByteArray(response.getEntity()) : new byte[0];
			Header etag = response.getFirstHeader(HttpHeaders.ETAG);
			if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)) {
				close();
			}
			return new Answer(response.getCode(), (etag != null) ? etag.getValue() : "", body);
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
		catch (HttpException ex) {
			close();
			throw new IOException(ex);
		}
	}

	private DefaultBHttpClientConnection open() throws IOException {
		if (this.connection == null || !this.connection.isOpen()) {
			Socket socket = new Socket();
			socket.setTcpNoDelay(true);
			socket.connect(this.address, TIMEOUT.toMillisecondsIntBound());
			this.connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
			this.connection.bind(socket);
			this.connection.setSocketTimeout(TIMEOUT);
		}
		return this.connection;
	}

	@Override
	public void close() throws IOException {
		if (this.connection != null) {
			this.connection.close();
			this.connection = null;
		}
	}

	/**
	 * What came back.
	 *
	 * @param etag with its quotes; empty where there was none
	 */
	public record Answer(int status, String etag, byte[] body) {

		/** The session's sequence, which its ETag is. */
		public long sequence() {
			return Long.parseLong(this.etag, 1, this.etag.length() - 1, 10);
		}

	}

}
