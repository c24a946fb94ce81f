package io.beanpole.deploy.plan;

/**
 * What a deployment does to the instances.
 *
 * @param policy the DeploymentPolicy
 * @param instances that the environment has now
 * @param batches in how many steps they are changed, one after another; 0 without instances
 * @param batchSize instances of a step
 * @param launched new instances that are launched for it
 * @param words the whole in a sentence
 */
public record Replacement(String policy, int instances, int batches, int batchSize, int launched, String words) {}
