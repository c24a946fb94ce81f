package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is compared of one environment.
 *
 * @param before the bundle of its present version; empty when it is gone or it has none
 * @param after the bundle of the new version; empty while it isn't known
 * @param settings in force now
 * @param options what changes, or has no effect
 * @param unreadable option files of the new bundle that Elastic Beanstalk would skip
 */
record CloseLook(
        Optional<SourceBundle> before,
        Optional<SourceBundle> after,
        Map<OptionName, String> settings,
        List<OptionChange> options,
        List<String> unreadable) {
    /** The files that differ; nothing can be said while one of the bundles isn't known. */
    Optional<List<FileChange>> files() {
        return before.flatMap(old -> after.map(fresh -> BundleComparison.of(old, fresh)));
    }
}
