package io.beanpole.cloud.ecr;

import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.endpoint.ReverseProxy;
import io.beanpole.cloud.state.DataDirectory;
import io.beanpole.cloud.wire.AwsService;
import java.net.URI;
import java.nio.file.Path;

/** ECR as a whole: the API and the registry, over the same repositories and images. */
public final class Ecr implements AutoCloseable {
    private final EcrApi api;
    private final Registry registry;

    private Ecr(EcrApi api, Registry registry) {
        this.api = api;
        this.registry = registry;
    }

    /** Where images are pushed to and who owns them. */
    public record Address(URI endpoint, String region, String account, String password) {}

    public static Ecr start(DataDirectory data, Address address, ReverseProxy proxy) {
        Path directory = data.resolve("registry");
        Repositories repositories =
                new Repositories(data.file("ecr.json", Repositories.Saved.class), address.account());
        ImageStore images = new ImageStore(directory);
        Registry registry =
                new Registry(new RegistryServer(directory), proxy, repositories, images, address.password());
        return new Ecr(new EcrApi(address, repositories, images), registry);
    }

    public AwsService service() {
        return api.service();
    }

    /** What serves {@code /v2/}. */
    public HttpHandler registry() {
        return registry;
    }

    @Override
    public void close() {
        registry.close();
    }
}
