package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.ecr.RegistrySignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Shares the layers of a base image with another repository of its registry, so that jib needn't carry them there. */
final class LayerMount {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final int MOUNTED = 201;
    private static final int UPLOAD_STARTED = 202;

    private final RegistrySignIn signIn;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    LayerMount(RegistrySignIn signIn, Progress progress) {
        this.signIn = signIn;
        this.progress = progress;
    }

    /** Mounts what the registry lets be mounted; jib pushes the rest as if there were no such thing. */
    void share(PushedImage base, String target) {
        var slash = base.repository().indexOf('/');
        var registry = URI.create(
                signIn.endpoint().getScheme() + "://" + base.repository().substring(0, slash));
        var source = base.repository().substring(slash + 1);
        try {
            for (var layer : layers(registry.resolve("/v2/" + source + "/manifests/" + base.digest()))) {
                mount(registry, target + "/blobs/uploads/?mount=" + layer + "&from=" + source);
            }
        } catch (IOException | JacksonException e) {
            progress.say("the layers of the base image can't be shared (" + e.getMessage() + "); they are copied");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Sharing the layers of a base image was interrupted.", e);
        }
    }

    private List<String> layers(URI manifest) throws IOException, InterruptedException {
        var answer = http.send(request(manifest).header("Accept", MANIFEST).build(), BodyHandlers.ofString());
        var layers = new ArrayList<String>();
        JsonMapper.shared()
                .readTree(answer.body())
                .path("layers")
                .forEach(layer -> layers.add(layer.path("digest").asString()));
        return layers;
    }

    private void mount(URI registry, String path) throws IOException, InterruptedException {
        var request = request(registry.resolve("/v2/" + path)).POST(BodyPublishers.noBody());
        var answer = http.send(request.build(), BodyHandlers.discarding());
        if (answer.statusCode() == UPLOAD_STARTED) {
            // The registry would rather have the layer sent: that is jib's work, so this upload is given up.
            var upload = answer.headers().firstValue("Location").map(registry::resolve);
            if (upload.isPresent()) {
                http.send(request(upload.get()).DELETE().build(), BodyHandlers.discarding());
            }
        } else if (answer.statusCode() != MOUNTED) {
            throw new IOException("the registry answered " + answer.statusCode());
        }
    }

    private HttpRequest.Builder request(URI uri) {
        var credentials = (signIn.user() + ":" + signIn.password()).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
}
