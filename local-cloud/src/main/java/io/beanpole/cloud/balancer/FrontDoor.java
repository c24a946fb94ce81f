package io.beanpole.cloud.balancer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The loopback port where a web environment is reached: what its CNAME is on AWS. It leads to one load balancer, and
 * can lead to another from one request to the next, while the port stays open.
 */
public final class FrontDoor implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService requests = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "balancer-request");
        thread.setDaemon(true);
        return thread;
    });
    private volatile LoadBalancer balancer;

    /**
     * Opens at once.
     *
     * @param port 0 takes any free one
     */
    public FrontDoor(int port, LoadBalancer balancer) {
        this.balancer = balancer;
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
        balancer.forward(exchange);
    }
}
