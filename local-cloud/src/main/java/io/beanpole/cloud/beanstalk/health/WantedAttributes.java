package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.wire.AwsError;
import java.util.List;

/** The attributes that a health request asks for by AttributeNames: none of them without it, all of them with All. */
final class WantedAttributes {
    private static final String ALL = "All";

    private final List<String> names;

    /** Refuses names that aren't among the known ones. */
    WantedAttributes(List<String> names, List<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new AwsError(
                        "InvalidParameterValue",
                        400,
                        "Value '" + name + "' at 'AttributeNames' failed to satisfy constraint: Member"
                                + " must satisfy enum value set: " + known + ".");
            }
        }
        this.names = names;
    }

    /** Sets an attribute of the answer when it is wanted. */
    void give(String name, Runnable setter) {
        if (names.contains(name) || names.contains(ALL)) {
            setter.run();
        }
    }
}
