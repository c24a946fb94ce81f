package io.beanpole.deploy.fleet;

/** All environments of an account and region at a glance, in few requests however many they are. */
public interface FleetCatalog {
    /**
     * Reads them once more. What changes seldom is remembered from one reading to the next and read anew by turns, so a
     * first reading tells little more than the list, at once, and the second of a large fleet knows less than the tenth.
     *
     * @throws io.beanpole.deploy.DeployException when not even the list of environments is told
     */
    Fleet read();
}
