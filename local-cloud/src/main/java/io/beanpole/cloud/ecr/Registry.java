package io.beanpole.cloud.ecr;

import io.beanpole.cloud.CloudException;
import io.github.sgtsilvio.oci.registry.DistributionRegistryStorage;
import io.github.sgtsilvio.oci.registry.OciRegistryHandler;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OCI registry that images are pushed to and pulled from. In front of it stand ECR's own rules: sign in with a
 * token, a repository must have been created, an immutable tag stays.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html">Registry authentication</a>
 */
final class Registry implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/v2/(.+)/(blobs|manifests|tags)/(.*)");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final OciRegistryHandler handler;
    private final ImageRepositories repositories;
    private final ImageStorage storage;
    private final String authorization;
    private final DisposableServer server;

    Registry(Path directory, int port, ImageRepositories repositories, ImageStorage storage, String token) {
        this.handler = new OciRegistryHandler(new DistributionRegistryStorage(directory));
        this.repositories = repositories;
        this.storage = storage;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("AWS:" + token).getBytes(StandardCharsets.UTF_8));
        this.server = listen(port);
    }

    private DisposableServer listen(int port) {
        try {
            return HttpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .handle(this::handle)
                    .bindNow(STARTS_WITHIN);
        } catch (ChannelBindException e) {
            throw new CloudException(
                    "Port " + port + " of 127.0.0.1 is in use by another program. Stop it, or choose another port with"
                            + " --registry-port.",
                    e);
        }
    }

    /** What images are pushed to and pulled from. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        if (!authorization.equals(request.requestHeaders().get("Authorization"))) {
            response.header("WWW-Authenticate", "Basic realm=\"ECR\",service=\"ecr.amazonaws.com\"");
            return refuse(
                    response, 401, "UNAUTHORIZED", "Not Authorized: sign in with the token of GetAuthorizationToken");
        }
        Matcher path = PATH.matcher(request.uri().replaceFirst("\\?.*", ""));
        if (!path.matches()) {
            return handler.apply(request, response);
        }
        String name = path.group(1);
        ImageRepository repository = repositories.find(name).orElse(null);
        if (repository == null) {
            return refuse(
                    response,
                    404,
                    "NAME_UNKNOWN",
                    "The repository with name '" + name + "' does not exist in the registry");
        }
        if (path.group(2).equals("tags")) {
            return tags(response, name);
        }
        if (overwrites(request, repository, path)) {
            return refuse(
                    response,
                    400,
                    "TAG_INVALID",
                    "The image tag '" + path.group(3) + "' already exists in the '" + name
                            + "' repository and cannot be overwritten because the tag is immutable.");
        }
        return handler.apply(request, response);
    }

    private boolean overwrites(HttpServerRequest request, ImageRepository repository, Matcher path) {
        return repository.immutable()
                && request.method().equals(HttpMethod.PUT)
                && path.group(2).equals("manifests")
                && storage.tags(repository.name()).containsKey(path.group(3));
    }

    private Publisher<Void> tags(HttpServerResponse response, String name) {
        ObjectNode list = JsonMapper.shared().createObjectNode().put("name", name);
        storage.tags(name).keySet().forEach(list.putArray("tags")::add);
        return answer(response, 200, list);
    }

    private static Publisher<Void> refuse(HttpServerResponse response, int status, String code, String message) {
        ObjectNode errors = JsonMapper.shared().createObjectNode();
        errors.putArray("errors").addObject().put("code", code).put("message", message);
        return answer(response, status, errors);
    }

    private static Publisher<Void> answer(HttpServerResponse response, int status, ObjectNode json) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .header("Docker-Distribution-Api-Version", "registry/2.0")
                .sendString(Mono.just(json.toString()));
    }

    @Override
    public void close() {
        server.disposeNow(STOPS_WITHIN);
    }
}
