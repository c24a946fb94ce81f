package io.beanpole.deploy.timeout;

/** The times that decide about a message or request of each environment. */
public interface TimeoutCatalog {
    /** Reads one environment's times and finds what contradicts. */
    TimeoutStudy of(String environmentName);
}
