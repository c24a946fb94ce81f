package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Refusals;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The environments, as far as the catalogue has to do with them. */
public interface CatalogEnvironments {
    /** Those that are terminated included. */
    List<CatalogEnvironment> all();

    /** Begins to terminate one. */
    void terminate(String id, String requestId);

    /** Begins to move one, which is Ready, to another version of its platform. */
    void updatePlatform(String id, PlatformName platform, String requestId);

    /** How the operation of this request ended, by its events. */
    ActionOutcome outcome(String requestId);

    /** Those that are not terminated. */
    default Stream<CatalogEnvironment> existing() {
        return all().stream().filter(each -> !each.isTerminated());
    }

    /** By name or id; refuses when neither is given or nothing is found. */
    default CatalogEnvironment existing(@Nullable String name, @Nullable String id) {
        if (name == null && id == null) {
            throw Refusals.combination("Either EnvironmentName or EnvironmentId must be specified.");
        }
        return existing()
                .filter(each -> name == null || each.name().equals(name))
                .filter(each -> id == null || each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.invalid(
                        "No Environment found for EnvironmentName = '" + (name == null ? id : name) + "'."));
    }
}
