package io.beanpole.cloud.endpoint;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on loopback. It is bound first, so that its port is known to those who start behind it. */
public final class Endpoint implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int GRACE_SECONDS = 1;

    private final HttpServer server;
    private final ExecutorService workers;

    private Endpoint(HttpServer server, String name) {
        this.server = server;
        AtomicInteger count = new AtomicInteger();
        this.workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
    }

    /** Takes {@code port}, or any free one for 0; {@code option} is what a person changes when it is in use. */
    public static Endpoint bind(String name, int port, String option) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            return new Endpoint(HttpServer.create(address, BACKLOG), name);
        } catch (BindException e) {
            throw new CloudException(
                    "Port " + port + " of 127.0.0.1 is in use by another program. Stop it, or choose another port with "
                            + option + ".",
                    e);
        } catch (IOException e) {
            throw new CloudException("The " + name + " could not listen on port " + port + ": " + e, e);
        }
    }

    /** Serves everything with {@code handler} from now on; requests that came since binding have waited. */
    public void start(HttpHandler handler) {
        server.createContext("/", handler);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Lets running requests end for a second, then cuts them. */
    @Override
    public void close() {
        server.stop(GRACE_SECONDS);
        workers.shutdownNow();
    }
}
