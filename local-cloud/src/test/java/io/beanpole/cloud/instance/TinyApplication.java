package io.beanpole.cloud.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The application inside the test images: says what it was given, is as healthy as it is told to be. */
public final class TinyApplication {
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private TinyApplication() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        if ("at-start".equals(environment.get("FAIL"))) {
            System.out.println("told to fail");
            System.exit(3);
        }
        if ("deaf".equals(environment.get("FAIL"))) {
            beDeaf();
        }
        if ("memory".equals(environment.get("FAIL"))) {
            eat();
        }
        int port = Integer.parseInt(environment.get("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        isRefusing(environment.getOrDefault("FAIL", "")) ? 500 : 200,
                        "hello from " + environment.get("NAME") + "\n"));
        server.createContext(
                "/health", exchange -> answer(exchange, "health".equals(environment.get("FAIL")) ? 503 : 200, "ok\n"));
        server.createContext("/about", exchange -> answer(exchange, 200, about(environment)));
        server.createContext(
                "/headers", exchange -> answer(exchange, 200, new TreeMap<>(exchange.getRequestHeaders()).toString()));
        server.createContext(
                "/pid",
                exchange -> answer(
                        exchange, 200, String.valueOf(ProcessHandle.current().pid())));
        server.createContext("/slow", TinyApplication::answerLate);
        server.start();
        System.out.println("listening on " + port);
    }

    private static boolean isRefusing(String fail) {
        return fail.equals("requests") || fail.equals("a-tenth") && REQUESTS.incrementAndGet() % 10 == 0;
    }

    private static void beDeaf() {
        System.out.println("never listens");
        try {
            new CountDownLatch(1).await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a process of its own, which the JVM's own limit doesn't reach. */
    private static void eat() throws IOException {
        new ProcessBuilder("sh", "-c", "head -c 200m /dev/zero | tail | sleep 60").start();
        beDeaf();
    }

    private static void answerLate(HttpExchange exchange) throws IOException {
        System.out.println("works for a while");
        try {
            new CountDownLatch(1).await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, 200, "late\n");
    }

    private static String about(Map<String, String> environment) {
        return environment + "\nmemory=" + Runtime.getRuntime().maxMemory() / 1024 / 1024 + "\nclass path="
                + System.getProperty("java.class.path") + "\n";
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            if (request.length > 0) {
                System.out.println("got " + new String(request, StandardCharsets.UTF_8));
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
