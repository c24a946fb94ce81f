package io.beanpole.deploy.timeout;

import java.util.List;
import java.util.Optional;

/**
 * A report on one environment's times, with the figures behind it.
 *
 * @param lives what becomes of a message that never succeeds, by how it fails; none for a web environment
 * @param worker the times themselves; empty for a web environment
 */
public record TimeoutStudy(TimeoutReport report, List<LifePicture> lives, Optional<WorkerTimes> worker) {}
