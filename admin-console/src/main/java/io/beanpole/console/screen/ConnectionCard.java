package io.beanpole.console.screen;

import io.beanpole.console.guard.CloudKind;

/**
 * How a person tells one connection from another.
 *
 * @param name as the switcher calls it: "local cloud", "production in eu-central-1"
 * @param color which of the eight colours of {@code console.css} ({@code .connection-0} to {@code .connection-7}) marks it
 */
public record ConnectionCard(String name, CloudKind kind, int color) {}
