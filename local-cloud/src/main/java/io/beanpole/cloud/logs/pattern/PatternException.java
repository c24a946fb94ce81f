package io.beanpole.cloud.logs.pattern;

import io.beanpole.cloud.CloudException;

/** A text that isn't a filter pattern. */
public final class PatternException extends CloudException {
    PatternException(String message) {
        super(message);
    }
}
