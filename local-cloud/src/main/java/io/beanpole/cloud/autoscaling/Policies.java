package io.beanpole.cloud.autoscaling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of all groups. All access is under the lock of {@link Groups}. */
final class Policies {
    private final Map<String, PolicyRecord> byArn = new LinkedHashMap<>();

    Policies(List<PolicyRecord> kept) {
        kept.forEach(each -> byArn.put(each.arn(), each));
    }

    List<PolicyRecord> all() {
        return List.copyOf(byArn.values());
    }

    void put(PolicyRecord policy) {
        byArn.put(policy.arn(), policy);
    }

    void remove(PolicyRecord policy) {
        byArn.remove(policy.arn());
    }

    void removeGroup(String group) {
        byArn.values().removeIf(each -> each.group().equals(group));
    }

    Optional<PolicyRecord> byArn(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** By ARN, or by name within a group. */
    Optional<PolicyRecord> find(String group, String nameOrArn) {
        return byArn.values().stream()
                .filter(each -> each.arn().equals(nameOrArn)
                        || each.name().equals(nameOrArn) && each.group().equals(group))
                .findFirst();
    }
}
