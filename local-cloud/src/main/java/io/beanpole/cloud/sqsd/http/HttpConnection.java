package io.beanpole.cloud.sqsd.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * One connection. Not an HTTP library: the daemon's contract is about exact header bytes, a connect timeout and a clock
 * that any byte of the answer resets, and libraries hide all three; it is also half of what a POST costs.
 */
final class HttpConnection implements Closeable {
    private static final int GLANCE_MILLIS = 1;

    private final Socket socket;
    private final OutputStream out;
    private final AnswerReader reader;
    private final int inactivityMillis;
    private volatile long usedAt = System.nanoTime();
    private volatile boolean isSending;
    private volatile boolean isStuck;

    private HttpConnection(Socket socket, int inactivityMillis) throws IOException {
        this.socket = socket;
        this.inactivityMillis = inactivityMillis;
        socket.setSoTimeout(inactivityMillis);
        this.out = socket.getOutputStream();
        this.reader = new AnswerReader(socket.getInputStream());
    }

    /**
     * Connects.
     *
     * @param connect at most this long
     * @param inactivity longest time between two bytes of an answer
     * @throws ConnectException nobody listens there, or nobody answered in time
     */
    static HttpConnection open(InetSocketAddress address, Duration connect, Duration inactivity) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, Math.toIntExact(connect.toMillis()));
            return new HttpConnection(socket, Math.toIntExact(inactivity.toMillis()));
        } catch (IOException e) {
            socket.close();
            ConnectException refused = new ConnectException("no connection to " + address.getHostString() + ":"
                    + address.getPort() + " (" + e.getMessage() + ")");
            refused.initCause(e);
            throw refused;
        }
    }

    /**
     * Sends a whole request in one write.
     *
     * @throws SocketTimeoutException the server did not take it, and {@link #closeIfStuck} was called
     */
    void send(byte[] request) throws IOException {
        usedAt = System.nanoTime();
        isSending = true;
        try {
            out.write(request);
        } catch (IOException e) {
            if (isStuck) {
                throw new SocketTimeoutException("the server did not take the request");
            }
            throw e;
        } finally {
            isSending = false;
        }
    }

    /** A write has no timeout of its own: ends one that has lasted for the inactivity timeout. */
    void closeIfStuck() {
        if (isSending && idle().toMillis() > inactivityMillis) {
            isStuck = true;
            close();
        }
    }

    /**
     * Reads a whole answer.
     *
     * @param keepBody otherwise the body is read and forgotten
     * @throws SocketTimeoutException no byte came for the inactivity timeout
     * @throws java.io.EOFException the server closed the connection before it had answered
     */
    HttpAnswer answer(boolean keepBody) throws IOException {
        HttpAnswer answer = reader.read(keepBody);
        usedAt = System.nanoTime();
        return answer;
    }

    /** Whether not one byte of the present answer came. */
    boolean isSilent() {
        return reader.isSilent();
    }

    /** Time since the last request or answer. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - usedAt);
    }

    /** Whether the server has not closed it; costs a millisecond. */
    boolean isAlive() {
        try {
            socket.setSoTimeout(GLANCE_MILLIS);
            return reader.isQuiet();
        } catch (IOException e) {
            return false;
        } finally {
            restoreTimeout();
        }
    }

    private void restoreTimeout() {
        try {
            socket.setSoTimeout(inactivityMillis);
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing left that could be done with it.
            return;
        }
    }
}
