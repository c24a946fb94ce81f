package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.EndToEndException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A worker application that does nothing for a while, answers 200 and remembers what it was given. */
final class CountingApplication implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String ID = "x-aws-sqsd-msgid: ";
    private static final String LENGTH = "content-length: ";

    private final ServerSocket server;
    private final Map<String, AtomicInteger> timesById = new ConcurrentHashMap<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong posted = new AtomicLong();
    private volatile long workNanos;

    CountingApplication() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new EndToEndException("Tried to listen on loopback: " + e.getMessage(), e);
        }
        thread(this::acceptAll);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void worksForMillis(long millis) {
        workNanos = millis * 1_000_000;
    }

    void forget() {
        timesById.clear();
        answered.set(0);
        posted.set(0);
    }

    long answered() {
        return answered.get();
    }

    int distinct() {
        return timesById.size();
    }

    /** POSTs beyond the first of each message. */
    long duplicates() {
        return posted.get() - timesById.size();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new EndToEndException("Tried to stop listening: " + e.getMessage(), e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "application");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                thread(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384)) {
            StringBuilder line = new StringBuilder(128);
            while (request(in, line)) {
                long until = System.nanoTime() + workNanos;
                for (long left = workNanos; left > 0; left = until - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                answered.incrementAndGet();
                socket.getOutputStream().write(OK);
            }
        } catch (IOException e) {
            // The daemon was ended.
            return;
        }
    }

    /** Reads one request; false at the end of the connection. */
    private boolean request(InputStream in, StringBuilder line) throws IOException {
        int length = 0;
        String id = "";
        while (true) {
            line.setLength(0);
            int next = in.read();
            for (; next != '\n' && next >= 0; next = in.read()) {
                line.append((char) next);
            }
            if (next < 0) {
                return false;
            }
            if (line.length() <= 1) {
                break;
            }
            if (starts(line, ID)) {
                id = line.substring(ID.length(), line.length() - 1);
            } else if (starts(line, LENGTH)) {
                length = Integer.parseInt(line, LENGTH.length(), line.length() - 1, 10);
            }
        }
        in.skipNBytes(length);
        posted.incrementAndGet();
        timesById.computeIfAbsent(id, unused -> new AtomicInteger()).incrementAndGet();
        return true;
    }

    private static boolean starts(StringBuilder line, String prefix) {
        if (line.length() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (Character.toLowerCase(line.charAt(i)) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
