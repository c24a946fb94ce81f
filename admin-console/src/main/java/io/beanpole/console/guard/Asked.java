package io.beanpole.console.guard;

/**
 * A question that waits for its answer.
 *
 * @param connectionName where it would be done
 * @param isTyped whether the subject has to be typed first
 * @param then what is done on yes
 */
public record Asked(Question question, String connectionName, CloudKind kind, boolean isTyped, Runnable then) {}
