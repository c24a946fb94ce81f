package io.beanpole.cloud.timeline;

import io.beanpole.cloud.CloudException;

/** A query string that can't be followed. */
final class QueryException extends CloudException {
    QueryException(String message) {
        super(message);
    }
}
