package io.beanpole.web;

import org.springframework.http.HttpStatus;

/** Root of what a caller of the web tier can be told; the message is the sentence they read. */
public class WebException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    public WebException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status that goes with the sentence. */
    public HttpStatus status() {
        return status;
    }

    /** For a thing that isn't there, or isn't the caller's: they can't tell which. */
    public static WebException notFound(String what) {
        return new WebException(HttpStatus.NOT_FOUND, "There is no " + what + " of yours.");
    }
}
