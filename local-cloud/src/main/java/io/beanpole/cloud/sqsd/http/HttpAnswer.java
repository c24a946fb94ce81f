package io.beanpole.cloud.sqsd.http;

/**
 * What a server answered.
 *
 * @param body empty when it was skipped
 * @param mayStay whether the connection may be used again
 */
public record HttpAnswer(int status, byte[] body, boolean mayStay) {}
