package io.beanpole.cloud.beanstalk.bundle;

import java.util.List;

/**
 * What was found out about a bundle that doesn't stop it from being deployed.
 *
 * @param faults a sentence per file that was skipped because it can't be read: fails a version with {@code Process=true}
 *     [B], and is a WARN event of a deployment [D]
 * @param notes a sentence per thing that AWS would do and this cloud doesn't: a WARN event of a deployment
 */
public record BundleFindings(List<String> faults, List<String> notes) {
    public BundleFindings {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }
}
