package io.beanpole.cloud.wire;

import java.util.function.Supplier;

/** The id of the request that a thread is answering, for what wants to write it down. */
public final class RequestIds {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RequestIds() {}

    /** Empty outside of a request. */
    public static String current() {
        String id = CURRENT.get();
        return id == null ? "" : id;
    }

    static <T> T during(String id, Supplier<T> answer) {
        CURRENT.set(id);
        try {
            return answer.get();
        } finally {
            CURRENT.remove();
        }
    }
}
