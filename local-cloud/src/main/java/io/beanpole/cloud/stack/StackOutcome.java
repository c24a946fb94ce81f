package io.beanpole.cloud.stack;

import java.util.List;

/**
 * What became of a request.
 *
 * @param changes a sentence per resource that was made, changed or deleted, as Elastic Beanstalk words its events
 * @param warnings a sentence per resource that was left out
 */
public record StackOutcome(List<String> changes, List<String> warnings) {}
