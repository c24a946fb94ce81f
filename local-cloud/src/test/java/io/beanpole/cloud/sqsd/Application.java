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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A worker application that writes down the bytes it gets and answers the statuses it was told, the last for ever. */
final class Application implements AutoCloseable {
    /** In place of a status: closes the connection without an answer. */
    static final int CLOSE = -1;

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Integer> statuses;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<List<String>> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final CountDownLatch mayAnswer;
    volatile long worksForMillis;
    volatile boolean closesAfterEachAnswer;

    Application(boolean answersAtOnce, Integer... statuses) throws IOException {
        this.statuses = new ArrayList<>(List.of(statuses));
        this.mayAnswer = new CountDownLatch(answersAtOnce ? 0 : 1);
        threads.execute(this::acceptAll);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The messages that came more than once with the same receive count or another. */
    Collection<String> duplicates() {
        List<String> ids = requests.stream().map(Application::messageId).toList();
        return ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .toList();
    }

    static String messageId(List<String> request) {
        return request.stream()
                .filter(line -> line.startsWith("X-Aws-Sqsd-Msgid: "))
                .findFirst()
                .orElse("none");
    }

    @Override
    public void close() throws IOException {
        mayAnswer.countDown();
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            }
        } catch (SocketException closing) {
            threads.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            boolean goesOn = true;
            while (goesOn) {
                List<String> request = read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                mayAnswer.await();
                closed.await(worksForMillis, TimeUnit.MILLISECONDS);
                goesOn = answer(socket, next()) && !closesAfterEachAnswer;
            }
        } catch (IOException e) {
            open.remove(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable List<String> read(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (String line = in.readLine(); line == null || !line.isEmpty(); line = in.readLine()) {
            if (line == null) {
                return null;
            }
            lines.add(line);
            length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
        }
        char[] body = new char[length];
        lines.add(length == 0 ? "" : new String(body, 0, in.read(body)));
        return lines;
    }

    private static boolean answer(Socket socket, int status) throws IOException {
        if (status == CLOSE) {
            return false;
        }
        String answer = "HTTP/1.1 " + status + " X\r\nContent-Length: 2\r\n\r\nok";
        if (status == 204) {
            answer = "HTTP/1.1 204 X\r\nContent-Length: 0\r\n\r\n";
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private synchronized int next() {
        return statuses.size() > 1 ? statuses.remove(0) : statuses.get(0);
    }
}
