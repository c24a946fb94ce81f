package io.beanpole.cloud.instance;

import io.github.sgtsilvio.oci.registry.DistributionRegistryStorage;
import io.github.sgtsilvio.oci.registry.OciRegistryHandler;
import java.nio.file.Path;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A real OCI registry on a free port. */
final class RealRegistry implements AutoCloseable {
    private final DisposableServer server;

    RealRegistry(Path directory) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new OciRegistryHandler(new DistributionRegistryStorage(directory)))
                .bindNow();
    }

    RegistryLogin login() {
        String address = "127.0.0.1:" + server.port();
        return new RegistryLogin(address, "AWS", "secret");
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
