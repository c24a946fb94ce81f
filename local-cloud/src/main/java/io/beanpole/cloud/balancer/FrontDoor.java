package io.beanpole.cloud.balancer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The loopback port where a web environment is reached: what its CNAME is on AWS. It leads to one load balancer, and
 * can lead to another from one request to the next, while the port stays open.
 */
public final class FrontDoor implements AutoCloseable {
    private final HttpServer server;
    /** So many requests are under way at once; whatever comes beyond them is refused. */
    private static final int MOST = 500;

    /** Threads that say so, beside those that carry requests. */
    private static final int SPARE = 50;

    private final ExecutorService requests;
    private final Semaphore free;
    private volatile LoadBalancer balancer;

    /**
     * Opens at once.
     *
     * @param port 0 takes any free one
     */
    public FrontDoor(int port, LoadBalancer balancer) {
        this(port, balancer, MOST);
    }

    /** With room for so many requests at once. */
    FrontDoor(int port, LoadBalancer balancer, int most) {
        this.balancer = balancer;
        this.free = new Semaphore(most);
        this.requests = threads(most + SPARE);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new CloudException("The load balancer cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(requests);
        server.createContext("/", this::forward);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Requests that come from now on go there; those under way end where they began. */
    public void leadTo(LoadBalancer next) {
        balancer = next;
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        if (!free.tryAcquire()) {
            try (exchange) {
                LoadBalancer.refuse(
                        exchange, 503, "503 Service Unavailable: too many requests are under way at once.\n");
            }
            return;
        }
        try {
            balancer.forward(exchange);
        } finally {
            free.release();
        }
    }

    /** Beyond the last thread the one that accepts connections takes part, so that nothing waits without an end. */
    private static ExecutorService threads(int most) {
        return new ThreadPoolExecutor(
                0,
                most,
                60,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "balancer-request");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }
}
