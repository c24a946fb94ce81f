package io.beanpole.deploy.beanstalk;

/** What one instance reports: its health, and which version reached it how. */
public record InstanceState(String id, String health, String versionLabel, String deploymentStatus) {
    /** Whether this version runs here. */
    public boolean runs(String label) {
        return deploymentStatus.equals("Deployed") && versionLabel.equals(label);
    }

    /** Whether something else runs here, or failed to, so that only a deployment brings this version. */
    public boolean isStuckOff(String label) {
        return deploymentStatus.equals("Failed") || deploymentStatus.equals("Deployed") && !versionLabel.equals(label);
    }
}
