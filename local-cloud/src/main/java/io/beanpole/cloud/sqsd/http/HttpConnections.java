package io.beanpole.cloud.sqsd.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Connections to one server that are kept while they are used; the last used goes first. */
public final class HttpConnections {
    /** Servers close idle connections after two seconds and more. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);
    /** A connection used so lately is not looked at again before it is used. */
    private static final Duration SURELY_ALIVE = Duration.ofMillis(50);
    /** A connection that the server had closed before it read the request fails within this time. */
    private static final Duration CLOSED_BEFORE = Duration.ofMillis(100);

    private final InetSocketAddress address;
    private final Duration connectTimeout;
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
    private final Duration inactivityTimeout;
    private volatile boolean isCut;

    /**
     * @param server scheme http, host and port
     * @param connectTimeout longest time to connect
     * @param inactivityTimeout longest time between two bytes of an answer
     */
    public HttpConnections(URI server, Duration connectTimeout, Duration inactivityTimeout) {
        this.address = new InetSocketAddress(server.getHost(), server.getPort() < 0 ? 80 : server.getPort());
        this.connectTimeout = connectTimeout;
        this.inactivityTimeout = inactivityTimeout;
    }

    /**
     * Sends a request and reads its answer. A kept connection that turns out to have been closed by the server before it
     * read the request is replaced once.
     *
     * @param keepBody otherwise the answer's body is read and forgotten
     * @throws java.net.ConnectException no connection could be made in time
     * @throws SocketTimeoutException no byte came for the inactivity timeout
     * @throws IOException the connection broke, or what came is not HTTP
     */
    public HttpAnswer exchange(byte[] request, boolean keepBody) throws IOException {
        HttpConnection kept = takeIdle();
        if (kept == null) {
            return exchange(connect(), request, keepBody);
        }
        long sent = System.nanoTime();
        try {
            return exchange(kept, request, keepBody);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (isCut || !kept.isSilent() || System.nanoTime() - sent > CLOSED_BEFORE.toNanos()) {
                throw e;
            }
            return exchange(connect(), request, keepBody);
        }
    }

    /** Cuts every connection for good; the other end is not told. */
    public void cut() {
        isCut = true;
        open.forEach(HttpConnection::close);
        open.clear();
        idle.clear();
    }

    /** Whether {@link #cut} was called, so that a broken connection is our own doing. */
    public boolean isCut() {
        return isCut;
    }

    /** To be called now and then: closes those that nobody has used for a second, and those whose server takes nothing. */
    public void tend() {
        open.forEach(HttpConnection::closeIfStuck);
        for (HttpConnection connection : idle) {
            if (connection.idle().compareTo(LONGEST_IDLE) > 0 && idle.remove(connection)) {
                close(connection);
            }
        }
    }

    private HttpAnswer exchange(HttpConnection connection, byte[] request, boolean keepBody) throws IOException {
        boolean stays = false;
        try {
            connection.send(request);
            HttpAnswer answer = connection.answer(keepBody);
            stays = answer.mayStay() && !isCut;
            return answer;
        } finally {
            if (stays) {
                idle.push(connection);
            } else {
                close(connection);
            }
        }
    }

    private HttpConnection connect() throws IOException {
        HttpConnection connection = HttpConnection.open(address, connectTimeout, inactivityTimeout);
        open.add(connection);
        if (isCut) {
            close(connection);
            throw new IOException("stopped");
        }
        return connection;
    }

    private @Nullable HttpConnection takeIdle() {
        for (HttpConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            Duration unused = connection.idle();
            if (unused.compareTo(SURELY_ALIVE) < 0 || unused.compareTo(LONGEST_IDLE) < 0 && connection.isAlive()) {
                return connection;
            }
            close(connection);
        }
        return null;
    }

    private void close(HttpConnection connection) {
        open.remove(connection);
        connection.close();
    }
}
