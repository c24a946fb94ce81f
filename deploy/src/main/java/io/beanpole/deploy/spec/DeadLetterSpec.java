package io.beanpole.deploy.spec;

import java.util.List;

/**
 * Where a message says what it is about and why it failed: JSON pointers into its body ("/kind"), or
 * "attribute:NAME"; the first that is there counts.
 */
public record DeadLetterSpec(List<String> kind, List<String> error) {
    /** Where most messages say it. */
    public static final DeadLetterSpec USUAL =
            new DeadLetterSpec(List.of("/kind", "/type", "attribute:kind"), List.of("attribute:error", "/error"));
}
