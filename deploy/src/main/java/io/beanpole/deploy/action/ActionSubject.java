package io.beanpole.deploy.action;

/**
 * What an action was done to.
 *
 * @param environmentName the environment, or the one whose queue it was; of an action on a whole application, "all"
 */
public record ActionSubject(String application, String environmentName) {}
