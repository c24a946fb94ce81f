package io.beanpole.deploy.image;

import io.beanpole.deploy.ecr.RegistrySignIn;
import io.github.sgtsilvio.oci.registry.DistributionRegistryStorage;
import io.github.sgtsilvio.oci.registry.OciRegistryHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A real registry on loopback, which remembers what it was asked. */
final class TestRegistry implements AutoCloseable {
    private static final String SIGNED = "?signed";
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger overloads = new AtomicInteger();
    private final AtomicReference<String> elsewhere = new AtomicReference<>("");
    private final DisposableServer server;

    TestRegistry(Path directory) {
        var handler = new OciRegistryHandler(new DistributionRegistryStorage(directory));
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    requests.add(request.method() + " " + request.uri());
                    if (overloads.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        return response.status(503).send();
                    }
                    var told = elsewhere.get();
                    if (!told.isEmpty()
                            && request.uri().contains("/blobs/sha256:")
                            && !request.uri().endsWith(SIGNED)) {
                        return response.status(307)
                                .header("Location", request.uri() + SIGNED)
                                .sendString(Mono.just(told));
                    }
                    return handler.apply(request, response);
                })
                .bindNow(LONG);
    }

    ImagePlace place(String repository) {
        var address = "127.0.0.1:" + server.port();
        return new ImagePlace(
                new RegistrySignIn(URI.create("http://" + address), "AWS", "token"), address + "/" + repository);
    }

    /** Answers the next requests that it is too busy. */
    void overload(int times) {
        overloads.set(times);
    }

    /** Sends those who fetch a layer elsewhere, as ECR does to S3, with this body. */
    void redirect(String body) {
        elsewhere.set(body);
    }

    /** How many layers and configurations were sent so far. */
    long uploads() {
        return requests.stream().filter(request -> request.startsWith("PATCH")).count();
    }

    @Override
    public void close() {
        server.disposeNow(LONG);
    }
}
