package io.beanpole.web.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is shown of an API token after it was made. */
record TokenView(
        UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
