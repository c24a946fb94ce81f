package io.beanpole.cloud.sqsd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A worker application that writes down the bytes it gets and answers the statuses it was told, the last for ever. */
final class Application implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Integer> statuses;
    final List<List<String>> requests = new CopyOnWriteArrayList<>();
    final CountDownLatch mayAnswer;

    Application(boolean answersAtOnce, Integer... statuses) throws IOException {
        this.statuses = new ArrayList<>(List.of(statuses));
        this.mayAnswer = new CountDownLatch(answersAtOnce ? 0 : 1);
        threads.execute(this::acceptAll);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        mayAnswer.countDown();
        server.close();
        threads.shutdownNow();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> answer(socket));
            }
        } catch (SocketException closed) {
            threads.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            int length = 0;
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
                length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
            }
            char[] body = new char[length];
            lines.add(length == 0 ? "" : new String(body, 0, in.read(body)));
            requests.add(lines);
            mayAnswer.await();
            socket.getOutputStream()
                    .write(("HTTP/1.1 " + next() + " X\r\nContent-Length: 2\r\n\r\nok")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            requests.add(List.of("cut"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int next() {
        return statuses.size() > 1 ? statuses.remove(0) : statuses.get(0);
    }
}
