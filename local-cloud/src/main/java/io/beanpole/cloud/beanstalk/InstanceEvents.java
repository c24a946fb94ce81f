package io.beanpole.cloud.beanstalk;

/** Writes down which instances come and go, in AWS's words. */
final class InstanceEvents implements FleetNews {
    private final Operations operations;
    private final Runnable whenHealthChanges;

    InstanceEvents(Operations operations, Runnable whenHealthChanges) {
        this.operations = operations;
        this.whenHealthChanges = whenHealthChanges;
    }

    @Override
    public void healthChanged() {
        whenHealthChanges.run();
    }

    @Override
    public void added(String instance) {
        operations.events().info("Added instance [" + instance + "] to your environment.");
    }

    @Override
    public void removed(String instance) {
        operations.events().info("Removed instance [" + instance + "] from your environment.");
    }

    @Override
    public void died(String instance, String how) {
        operations.events().error("[Instance: " + instance + "] " + how);
    }

    @Override
    public void failed(String instance, String why) {
        operations.events().error("[Instance: " + instance + "] " + why);
    }
}
