package io.beanpole.cloud.ecr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.endpoint.ReverseProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The door of {@code /v2/}: the token of ECR, a repository that exists, and tags that may not move. */
final class Registry implements HttpHandler, AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/v2/(.+)/(manifests|blobs|tags|referrers)/(.*)");

    private final RegistryServer server;
    private final ReverseProxy proxy;
    private final Repositories repositories;
    private final ImageStore images;
    private final byte[] authorization;

    Registry(RegistryServer server, ReverseProxy proxy, Repositories repositories, ImageStore images, String password) {
        this.server = server;
        this.proxy = proxy;
        this.repositories = repositories;
        this.images = images;
        this.authorization = ("Basic " + token(password)).getBytes(StandardCharsets.UTF_8);
    }

    /** The authorization token of ECR: user and password in base64. */
    static String token(String password) {
        return Base64.getEncoder().encodeToString(("AWS:" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!isAuthorized(exchange)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"beanpole\",service=\"ecr\"");
            refuse(exchange, 401, "UNAUTHORIZED", "Sign in with user AWS and the token of ecr get-login-password.");
            return;
        }
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            proxy.forward(exchange, server.uri());
            return;
        }
        Optional<Repository> repository = repositories.find(path.group(1));
        if (repository.isEmpty()) {
            refuse(
                    exchange,
                    404,
                    "NAME_UNKNOWN",
                    "The repository with name '" + path.group(1) + "' does not exist. Create it in ECR first.");
        } else if (path.group(2).equals("tags")) {
            tags(exchange, repository.get());
        } else if (movesImmutableTag(exchange, repository.get(), path)) {
            refuse(
                    exchange,
                    400,
                    "TAG_INVALID",
                    "The image tag '" + path.group(3) + "' already exists in the '" + path.group(1)
                            + "' repository and cannot be overwritten because the repository is immutable.");
        } else {
            proxy.forward(exchange, server.uri());
        }
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
    }

    private boolean movesImmutableTag(HttpExchange exchange, Repository repository, Matcher path) {
        return repository.immutable()
                && exchange.getRequestMethod().equals("PUT")
                && path.group(2).equals("manifests")
                && !path.group(3).contains(":")
                && images.digestOf(repository.name(), path.group(3)).isPresent();
    }

    private void tags(HttpExchange exchange, Repository repository) throws IOException {
        TreeSet<String> tags = new TreeSet<>();
        images.images(repository.name()).forEach(image -> tags.addAll(image.tags()));
        Answers.json(exchange, 200, Map.of("name", repository.name(), "tags", tags));
    }

    private static void refuse(HttpExchange exchange, int status, String code, String message) throws IOException {
        Answers.json(exchange, status, Map.of("errors", List.of(Map.of("code", code, "message", message))));
    }

    @Override
    public void close() {
        server.close();
    }
}
