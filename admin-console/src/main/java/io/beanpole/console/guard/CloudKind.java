package io.beanpole.console.guard;

/** What hangs on a cloud: nothing on the local one, other people's work on staging, users on production. */
public enum CloudKind {
    LOCAL,
    STAGING,
    PRODUCTION
}
