package io.beanpole.deploy.release;

/**
 * What is to be deployed.
 *
 * @param dockerrun the whole text of the Dockerrun.aws.json
 * @param note why, in the words of the person who deploys; may be empty
 */
public record DeploymentRequest(String environmentName, String dockerrun, String note) {}
