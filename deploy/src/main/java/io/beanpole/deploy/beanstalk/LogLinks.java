package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The presigned addresses at which Elastic Beanstalk leaves logs. */
final class LogLinks {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration DOWNLOAD = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** A log's text. */
    String text(String link) {
        return answer(link, DEADLINE, BodyHandlers.ofString()).body();
    }

    /** Stores what lies there in a file, which is in place only when it is whole. */
    void store(String link, Path file) {
        var absolute = file.toAbsolutePath();
        try {
            var part = Files.createTempFile(
                    absolute.getParent(), absolute.getFileName().toString(), ".part");
            try {
                answer(link, DOWNLOAD, BodyHandlers.ofFile(part));
                Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new DeployException(
                    "Could not write " + absolute + ": " + e.getMessage(), "Choose a folder that can be written.", e);
        }
    }

    private <T> HttpResponse<T> answer(String link, Duration patience, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create(link)).timeout(patience).build();
        try {
            var answer = http.send(request, handler);
            if (answer.statusCode() != 200) {
                throw new DeployException("Could not download a log: S3 answered " + answer.statusCode() + ".");
            }
            return answer;
        } catch (IOException e) {
            throw new DeployException("Could not download a log: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Downloading a log was interrupted.", e);
        }
    }
}
