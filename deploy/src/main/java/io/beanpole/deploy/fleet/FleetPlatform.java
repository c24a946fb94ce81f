package io.beanpole.deploy.fleet;

import java.util.Optional;

/**
 * The platform of an environment.
 *
 * @param branch "Docker running on 64bit Amazon Linux 2023"; the solution stack's whole name where it can't be taken apart
 * @param version "4.3.0"; empty where it can't be told
 * @param newer the newest version of the branch, when that isn't this one
 * @param lifecycle of the branch: Supported, Deprecated, Retired, Beta (ListPlatformBranches); empty while unknown
 */
public record FleetPlatform(String branch, String version, Optional<String> newer, String lifecycle) {
    /** Whether AWS has retired it, or says that it will. */
    public boolean isEnding() {
        return lifecycle.equalsIgnoreCase("Retired") || lifecycle.equalsIgnoreCase("Deprecated");
    }
}
