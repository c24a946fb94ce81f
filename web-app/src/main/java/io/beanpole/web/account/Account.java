package io.beanpole.web.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** Somebody who signed in, by form or by token; the owner of what they make. */
public record Account(UUID accountId, String name) implements Principal, Serializable {
    /** The owner as it stands in tasks and uploads. */
    public String id() {
        return accountId.toString();
    }

    @Override
    public String getName() {
        return name;
    }
}
