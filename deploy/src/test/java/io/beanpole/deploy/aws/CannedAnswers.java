package io.beanpole.deploy.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that gives one answer to everything, headers and all: AWS's error documents, word for word. */
final class CannedAnswers implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private CannedAnswers(String answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "canned-answers");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param headers lines that end in \r\n each */
    static CannedAnswers of(int status, String headers, String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return new CannedAnswers("HTTP/1.1 " + status + " Said\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
    }

    /** As the query protocol (Elastic Beanstalk, Auto Scaling, STS, SNS) says no. */
    static CannedAnswers ofQuery(int status, String code, String message) {
        return of(status, "Content-Type: text/xml\r\n", """
                <ErrorResponse xmlns="https://elasticbeanstalk.amazonaws.com/docs/2010-12-01/">
                  <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
                  <RequestId>c4ff8e0e-0000-0000-0000-000000000000</RequestId>
                </ErrorResponse>
                """.formatted(code, message));
    }

    /** As the JSON protocol (SQS, ECR) says no. */
    static CannedAnswers ofJson(int status, String code, String message) {
        return of(
                status,
                "Content-Type: application/x-amz-json-1.0\r\n",
                "{\"__type\": \"com.amazonaws#" + code + "\", \"message\": \"" + message + "\"}");
    }

    /** As S3 says no. */
    static CannedAnswers ofS3(int status, String headers, String code, String message) {
        return of(
                status,
                "Content-Type: application/xml\r\n" + headers,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>X</RequestId></Error>");
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The bodies that came. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var caller = server.accept()) {
                answer(caller);
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        var in = new BufferedInputStream(caller.getInputStream());
        var length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        requests.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
