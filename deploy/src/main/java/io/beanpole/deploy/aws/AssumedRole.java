package io.beanpole.deploy.aws;

import org.jspecify.annotations.Nullable;

/**
 * A role that is assumed before anything else is done.
 *
 * @param arn of the role, {@code arn:aws:iam::123456789012:role/release-manager}
 * @param externalId what the role's trust policy asks for, if it does
 * @param session what CloudTrail calls the one who acts; null for the name of the person at this machine
 */
public record AssumedRole(
        String arn, @Nullable String externalId, @Nullable String session) {
    private static final int LONGEST = 64;

    /** The session's name: at least two of the characters that STS takes. */
    String sessionName() {
        var name = session == null ? "beanpole-" + System.getProperty("user.name", "somebody") : session;
        var clean = name.replaceAll("[^\\w+=,.@-]", "-");
        return clean.substring(0, Math.min(LONGEST, clean.length()));
    }
}
