package io.beanpole.cloud.ecr;

import io.github.sgtsilvio.oci.registry.DistributionRegistryStorage;
import io.github.sgtsilvio.oci.registry.OciRegistryHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The OCI registry itself, on a loopback port of its own; who may push what is decided in front of it. */
final class RegistryServer implements AutoCloseable {
    private final DisposableServer server;

    RegistryServer(Path directory) {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new OciRegistryHandler(new DistributionRegistryStorage(directory)))
                .bindNow(Duration.ofSeconds(10));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(3));
    }
}
