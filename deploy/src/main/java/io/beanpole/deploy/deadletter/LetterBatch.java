package io.beanpole.deploy.deadletter;

import java.nio.charset.StandardCharsets;

/** Room for letters in one call: so many, and so many bytes, their attributes and a run's mark counted in. */
final class LetterBatch {
    /** More than the mark's name, type and value take. */
    private static final int MARK = 128;

    private final int most;
    private int count;
    private long bytes;

    /**
     * An empty batch.
     *
     * @param most letters, at most what SQS takes
     */
    LetterBatch(int most) {
        this.most = Math.min(most, LetterQueue.BATCH);
    }

    /** Takes a letter if it fits; the first one always does, for SQS to judge. */
    boolean add(DeadLetter letter) {
        var size = bytes(letter);
        if (count > 0 && (count >= most || bytes + size > LetterQueue.BATCH_BYTES)) {
            return false;
        }
        count++;
        bytes += size;
        return true;
    }

    private static long bytes(DeadLetter letter) {
        return MARK
                + length(letter.body())
                + letter.attributes().entrySet().stream()
                        .mapToLong(each -> length(each.getKey())
                                + length(each.getValue().type())
                                + length(each.getValue().text()))
                        .sum();
    }

    private static long length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
