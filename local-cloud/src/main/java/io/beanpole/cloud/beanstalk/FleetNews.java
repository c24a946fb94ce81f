package io.beanpole.cloud.beanstalk;

/** Hears what happens to a fleet, on the threads of its instances. */
interface FleetNews {
    /** An instance is healthy or isn't any more. */
    void healthChanged();

    void added(String instance);

    void removed(String instance);

    /** A container of an instance ended, and is started again. */
    void died(String instance, String how);

    /** An instance was launched, but the application did not come up on it. */
    void failed(String instance, String why);
}
