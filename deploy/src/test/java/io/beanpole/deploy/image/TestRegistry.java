package io.beanpole.deploy.image;

import io.beanpole.deploy.ecr.RegistrySignIn;
import io.github.sgtsilvio.oci.registry.DistributionRegistryStorage;
import io.github.sgtsilvio.oci.registry.OciRegistryHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A real registry on loopback, which remembers what it was asked. */
final class TestRegistry implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    TestRegistry(Path directory) {
        var handler = new OciRegistryHandler(new DistributionRegistryStorage(directory));
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    requests.add(request.method() + " " + request.uri());
                    return handler.apply(request, response);
                })
                .bindNow(LONG);
    }

    ImagePlace place(String repository) {
        var address = "127.0.0.1:" + server.port();
        return new ImagePlace(
                new RegistrySignIn(URI.create("http://" + address), "AWS", "token"), address + "/" + repository);
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
