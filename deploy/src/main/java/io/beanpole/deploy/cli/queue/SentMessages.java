package io.beanpole.deploy.cli.queue;

import java.util.List;

/**
 * What {@code lanes send} sent.
 *
 * @param lane as it was named
 * @param ids of the test tasks, or of the messages; none in a dry run
 * @param dryRun whether nothing was sent
 */
public record SentMessages(String lane, List<String> ids, boolean dryRun) {}
