package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.catalog.Lifecycle.Rule;
import io.beanpole.cloud.beanstalk.request.Refusals;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationResourceLifecycleConfig;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionLifecycleConfig;
import software.amazon.awssdk.services.elasticbeanstalk.model.MaxAgeRule;
import software.amazon.awssdk.services.elasticbeanstalk.model.MaxCountRule;

/** Lifecycle rules between the API's shapes and ours. */
final class LifecycleShapes {
    private LifecycleShapes() {}

    /** What was known, with what the request says; what it leaves out stays. */
    static Lifecycle changed(Lifecycle known, @Nullable ApplicationResourceLifecycleConfig wanted) {
        if (wanted == null) {
            return known;
        }
        String role = wanted.serviceRole() == null ? known.serviceRole() : wanted.serviceRole();
        ApplicationVersionLifecycleConfig rules = wanted.versionLifecycleConfig();
        Lifecycle changed = rules == null
                ? new Lifecycle(role, known.count(), known.age())
                : new Lifecycle(role, count(known.count(), rules.maxCountRule()), age(known.age(), rules.maxAgeRule()));
        if (changed.count().isEnabled() && changed.age().isEnabled()) {
            throw Refusals.invalid("Only one of MaxCountRule and MaxAgeRule can be enabled.");
        }
        if (changed.isEnabled() && role.isEmpty()) {
            throw Refusals.invalid("A ServiceRole is required to enable a version lifecycle rule.");
        }
        return changed;
    }

    static ApplicationResourceLifecycleConfig shape(Lifecycle lifecycle) {
        Rule count = lifecycle.count();
        Rule age = lifecycle.age();
        return ApplicationResourceLifecycleConfig.builder()
                .serviceRole(lifecycle.serviceRole().isEmpty() ? null : lifecycle.serviceRole())
                .versionLifecycleConfig(rules -> rules.maxCountRule(rule -> rule.enabled(count.isEnabled())
                                .maxCount(count.most())
                                .deleteSourceFromS3(count.deletesSource()))
                        .maxAgeRule(rule -> rule.enabled(age.isEnabled())
                                .maxAgeInDays(age.most())
                                .deleteSourceFromS3(age.deletesSource())))
                .build();
    }

    private static Rule count(Rule known, @Nullable MaxCountRule rule) {
        return rule == null
                ? known
                : new Rule(
                        enabled(rule.enabled(), "MaxCountRule"),
                        atLeastOne(rule.maxCount(), known.most(), "MaxCount"),
                        Objects.equals(rule.deleteSourceFromS3(), true));
    }

    private static Rule age(Rule known, @Nullable MaxAgeRule rule) {
        return rule == null
                ? known
                : new Rule(
                        enabled(rule.enabled(), "MaxAgeRule"),
                        atLeastOne(rule.maxAgeInDays(), known.most(), "MaxAgeInDays"),
                        Objects.equals(rule.deleteSourceFromS3(), true));
    }

    private static boolean enabled(@Nullable Boolean enabled, String rule) {
        if (enabled == null) {
            throw Refusals.missing("ResourceLifecycleConfig.VersionLifecycleConfig." + rule + ".Enabled");
        }
        return enabled;
    }

    private static int atLeastOne(@Nullable Integer value, int otherwise, String parameter) {
        if (value != null && value < 1) {
            throw Refusals.invalid("Value " + value + " at '" + parameter + "' must be at least 1.");
        }
        return value == null ? otherwise : value;
    }
}
