package io.beanpole.console.guard;

/**
 * The connection that a guard stands before, as it is at present.
 *
 * @param name as the switcher calls it
 * @param isReadOnly whether a person forbade all changes there
 * @param isThere whether its cloud is reached at present
 */
public record GuardedPlace(String name, CloudKind kind, boolean isReadOnly, boolean isThere) {}
