package io.beanpole.cloud.sqsd.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Reads answers of HTTP/1.x, one after the other, from one stream. */
final class AnswerReader {
    private static final int LONGEST_HEAD = 65_536;
    private static final int LONGEST_BODY = 16 * 1024 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final InputStream in;
    private byte[] buffer = new byte[16_384];
    private int from;
    private int to;
    private boolean isSilent = true;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    HttpAnswer read(boolean keepBody) throws IOException {
        isSilent = from == to;
        Head head = head();
        while (head.status < 200) {
            head = head();
        }
        byte[] body = body(head, keepBody);
        return new HttpAnswer(head.status, body, head.mayStay && (head.isChunked || head.length >= 0));
    }

    boolean isSilent() {
        return isSilent;
    }

    /** Whether nothing comes, not even the end. */
    boolean isQuiet() throws IOException {
        if (from != to) {
            return false;
        }
        try {
            fill();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        }
    }

    private Head head() throws IOException {
        int end = endOfHead();
        String text = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
        from = end;
        return Head.parse(text);
    }

    /** Index behind the empty line. */
    private int endOfHead() throws IOException {
        int looked = 0;
        while (true) {
            for (int i = from + looked; i < to; i++) {
                if (buffer[i] == '\n' && isEmptyLine(i)) {
                    return i + 1;
                }
            }
            looked = to - from;
            if (looked > LONGEST_HEAD) {
                throw new IOException("the head of the answer is longer than " + LONGEST_HEAD + " bytes");
            }
            fill();
        }
    }

    private boolean isEmptyLine(int lineFeed) {
        int before = lineFeed - 1;
        if (before >= from && buffer[before] == '\r') {
            before--;
        }
        return before >= from && buffer[before] == '\n';
    }

    private byte[] body(Head head, boolean keep) throws IOException {
        if (head.isChunked) {
            return chunks(keep);
        }
        if (head.status == 204 || head.status == 304 || head.length == 0) {
            return NOTHING;
        }
        if (head.length > 0) {
            return take(head.length, keep);
        }
        in.transferTo(OutputStream.nullOutputStream());
        return NOTHING;
    }

    private byte[] chunks(boolean keep) throws IOException {
        byte[] body = NOTHING;
        for (long size = chunkSize(line()); size > 0; size = chunkSize(line())) {
            byte[] chunk = take(size, keep);
            if (keep) {
                int before = body.length;
                body = Arrays.copyOf(body, before + chunk.length);
                System.arraycopy(chunk, 0, body, before, chunk.length);
            }
            line();
        }
        String trailer = line();
        while (!trailer.isEmpty()) {
            trailer = line();
        }
        return body;
    }

    private static long chunkSize(String line) throws IOException {
        int end = line.indexOf(';');
        try {
            return Long.parseLong((end < 0 ? line : line.substring(0, end)).strip(), 16);
        } catch (NumberFormatException e) {
            throw new IOException("the answer has a chunk of the size '" + line + "'", e);
        }
    }

    private byte[] take(long length, boolean keep) throws IOException {
        if (!keep) {
            skip(length);
            return NOTHING;
        }
        if (length > LONGEST_BODY) {
            throw new IOException("the body of the answer is longer than " + LONGEST_BODY + " bytes");
        }
        byte[] taken = new byte[(int) length];
        int got = Math.min(to - from, taken.length);
        System.arraycopy(buffer, from, taken, 0, got);
        from += got;
        if (in.readNBytes(taken, got, taken.length - got) < taken.length - got) {
            throw closed();
        }
        return taken;
    }

    private void skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            if (from == to) {
                fill();
            }
            int step = (int) Math.min(left, to - from);
            from += step;
            left -= step;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (from == to) {
                fill();
            }
            byte next = buffer[from++];
            if (next == '\n') {
                return line.toString();
            }
            if (line.length() == LONGEST_HEAD) {
                throw new IOException("a line of the answer is longer than " + LONGEST_HEAD + " characters");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    private void fill() throws IOException {
        if (from == to) {
            from = 0;
            to = 0;
        } else if (to == buffer.length) {
            byte[] next = from > 0 ? buffer : new byte[buffer.length * 2];
            System.arraycopy(buffer, from, next, 0, to - from);
            buffer = next;
            to -= from;
            from = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw closed();
        }
        isSilent = false;
        to += read;
    }

    private static EOFException closed() {
        return new EOFException("the server closed the connection before it had answered");
    }

    /**
     * Status and framing of one answer.
     *
     * @param length -1 when not given
     */
    private record Head(int status, long length, boolean isChunked, boolean mayStay) {
        static Head parse(String text) throws IOException {
            if (text.length() < 12 || !text.startsWith("HTTP/1.") || text.charAt(8) != ' ') {
                throw new IOException("the answer does not start with an HTTP status line");
            }
            long length = -1;
            boolean isChunked = false;
            boolean mayStay = text.charAt(7) == '1';
            int start = text.indexOf('\n') + 1;
            for (int end = text.indexOf('\n', start); end > start; end = text.indexOf('\n', start)) {
                String line = text.substring(start, end);
                if (is(line, "Content-Length:")) {
                    length = number(line.substring(15).strip());
                } else if (is(line, "Transfer-Encoding:")) {
                    isChunked = line.toLowerCase(Locale.ROOT).strip().endsWith("chunked");
                } else if (is(line, "Connection:")) {
                    mayStay = line.toLowerCase(Locale.ROOT).contains("keep-alive") || mayStay && !isClose(line);
                }
                start = end + 1;
            }
            return new Head((int) number(text.substring(9, 12)), length, isChunked, mayStay);
        }

        private static boolean isClose(String line) {
            return line.toLowerCase(Locale.ROOT).contains("close");
        }

        private static boolean is(String line, String name) {
            return line.regionMatches(true, 0, name, 0, name.length());
        }

        private static long number(String text) throws IOException {
            try {
                long number = Long.parseLong(text);
                if (number >= 0) {
                    return number;
                }
                throw new IOException("the answer has a negative number in its head: " + text);
            } catch (NumberFormatException e) {
                throw new IOException("the answer has '" + text + "' where a number must stand", e);
            }
        }
    }
}
