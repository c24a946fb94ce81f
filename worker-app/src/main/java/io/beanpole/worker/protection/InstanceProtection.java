package io.beanpole.worker.protection;

/** Whether scale-in may end this instance. */
interface InstanceProtection {
    /**
     * Sets it, in a bounded time.
     *
     * @throws ProtectionException when it could not be set now; trying again later may work
     */
    void set(boolean isProtected);
}
