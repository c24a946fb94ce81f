package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.instance.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Puts {@code files} of .ebextensions where they belong in an instance's sandbox. */
final class FilePlacement {
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sandbox sandbox;

    FilePlacement(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A text gets the paths of the sandbox, so that a script that it is stays there. */
    void place(InstanceFile file) {
        byte[] content = file.content().orElseGet(() -> fetched(file));
        sandbox.write(file.path(), moved(content), file.permissions());
    }

    private byte[] moved(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return sandbox.moved(text).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return content;
        }
    }

    private static byte[] fetched(InstanceFile file) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(file.source()))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (response.statusCode() != 200 || bytes.length > LARGEST) {
                    throw failed(file, "the answer is " + response.statusCode() + " with " + bytes.length + " bytes");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw failed(file, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(file, "it was interrupted");
        }
    }

    private static BundleException failed(InstanceFile file, String why) {
        return new BundleException(
                "Failed to retrieve " + file.source() + " for the file " + file.path() + ": " + why + ".");
    }
}
