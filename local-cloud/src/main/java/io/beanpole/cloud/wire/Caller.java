package io.beanpole.cloud.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** On whose behalf the operation that runs now was called. */
public final class Caller {
    private static final ThreadLocal<@Nullable String> ROLE = new ThreadLocal<>();

    private Caller() {}

    /** The ARN of the role that was assumed; null for the one user of this cloud. */
    @Nullable
    public static String role() {
        return ROLE.get();
    }

    /** Runs an operation that this role called. */
    static <T> T during(@Nullable String role, Supplier<T> operation) {
        ROLE.set(role);
        try {
            return operation.get();
        } finally {
            ROLE.remove();
        }
    }
}
