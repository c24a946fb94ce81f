package io.beanpole.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where applications tell, a line each, which message they did. */
final class Ledger implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Ledger() throws IOException {
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread reader = new Thread(this::read, "ledger");
        reader.setDaemon(true);
        reader.start();
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** How often any message was done. */
    int done() {
        return lines.size();
    }

    /** The ids of the messages that were done at least once. */
    Set<String> distinct() {
        return new TreeSet<>(lines);
    }

    private void read() {
        while (!server.isClosed()) {
            try (Socket teller = server.accept()) {
                lines.addAll(new String(teller.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            } catch (IOException closed) {
                // An application that was ended while it told, or the end of the test.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
