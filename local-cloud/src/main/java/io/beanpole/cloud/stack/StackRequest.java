package io.beanpole.cloud.stack;

import java.util.Map;

/**
 * What an environment's stack is to be.
 *
 * @param environmentId {@code e-...}
 * @param template the resources wanted; those that were there before and are missing here are deleted
 * @param known what Elastic Beanstalk made outside of the template, by logical id, as {@code AWSEBWorkerQueue}; when the
 *     template has such an entry, its properties are put over the resource
 */
public record StackRequest(
        String environmentId, Template template, Map<String, PhysicalResource> known, OptionLookup options) {

    /** As AWS names it; what CloudFormation calls {@code AWS::StackName}. */
    String stackName() {
        return "awseb-" + environmentId + "-stack";
    }
}
