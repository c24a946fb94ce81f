package io.beanpole.cloud.sqsd;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One POST on a connection of its own. Not an HTTP library: the daemon's contract is about exact header names, a
 * connect timeout and a clock that any byte of the answer resets, and libraries hide all three.
 */
final class HttpPost {
    private static final int LONGEST_LINE = 16_384;
    private static final String CONTENT_LENGTH = "content-length:";
    private static final String TRANSFER_ENCODING = "transfer-encoding:";

    private final InetSocketAddress address;
    private final int connectMillis;
    private final int inactivityMillis;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    HttpPost(URI target, Duration connectTimeout, Duration inactivityTimeout) {
        address = new InetSocketAddress(target.getHost(), target.getPort() < 0 ? 80 : target.getPort());
        connectMillis = Math.toIntExact(connectTimeout.toMillis());
        inactivityMillis = Math.toIntExact(inactivityTimeout.toMillis());
    }

    /**
     * Blocks until the whole answer was read; gives its status.
     *
     * @throws java.net.SocketTimeoutException no byte came for the inactivity timeout
     */
    int send(String path, Map<String, String> headers, byte[] body) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        try (socket) {
            connect(socket);
            socket.setSoTimeout(inactivityMillis);
            OutputStream out = socket.getOutputStream();
            out.write(head(path, headers, body.length).getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            return answer(new BufferedInputStream(socket.getInputStream()));
        } finally {
            open.remove(socket);
        }
    }

    /** Cuts every connection; the application is not told, as on AWS. */
    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                open.remove(socket);
            }
        }
    }

    private void connect(Socket socket) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, connectMillis);
        } catch (IOException e) {
            ConnectException refused = new ConnectException("no connection to " + address.getHostString() + ":"
                    + address.getPort() + " (" + e.getMessage() + ")");
            refused.initCause(e);
            throw refused;
        }
    }

    private static String head(String path, Map<String, String> headers, int length) {
        StringBuilder head = new StringBuilder(512).append("POST ").append(path).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
    }

    private static int answer(InputStream in) throws IOException {
        int status = 100;
        long length = -1;
        boolean chunked = false;
        while (status < 200) {
            status = status(line(in));
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith(CONTENT_LENGTH)) {
                    length = Long.parseLong(
                            lower.substring(CONTENT_LENGTH.length()).strip());
                }
                chunked |= lower.startsWith(TRANSFER_ENCODING) && lower.endsWith("chunked");
            }
        }
        skipBody(in, status, length, chunked);
        return status;
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")) {
            throw new IOException("the answer does not start with an HTTP status line");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static void skipBody(InputStream in, int status, long length, boolean chunked) throws IOException {
        if (chunked) {
            skipChunks(in);
        } else if (length >= 0) {
            in.skipNBytes(length);
        } else if (status != 204 && status != 304) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void skipChunks(InputStream in) throws IOException {
        long size = chunkSize(line(in));
        while (size > 0) {
            in.skipNBytes(size);
            line(in);
            size = chunkSize(line(in));
        }
    }

    private static long chunkSize(String line) {
        int end = line.indexOf(';');
        return Long.parseLong((end < 0 ? line : line.substring(0, end)).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the application closed the connection before it had answered");
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a header line of the answer is longer than " + LONGEST_LINE + " characters");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
