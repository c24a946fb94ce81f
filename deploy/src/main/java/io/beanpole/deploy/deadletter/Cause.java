package io.beanpole.deploy.deadletter;

/**
 * Why a message is where it is, in two phrases that many share.
 *
 * @param kind what the message is about
 * @param error why it failed
 */
public record Cause(String kind, String error) {}
