package io.beanpole.deploy.stage;

import io.beanpole.deploy.aws.AwsAccess;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A stage's cloud as seen from here.
 *
 * @param needsBaseImages whether its instances can only run images that are complete
 * @param database the address of its database, by the names of ${database.NAME}; who asks makes sure that it is there
 */
public record StageAccess(AwsAccess aws, boolean needsBaseImages, Supplier<Map<String, String>> database) {
    @Override
    public String toString() {
        return "StageAccess[" + aws + "]";
    }
}
