package io.beanpole.console.release;

import io.beanpole.console.control.Mark;

/**
 * An instance while a deployment reaches it.
 *
 * @param batch in which it is changed, "1"; empty while no event has named it
 * @param deployment In Progress, Deployed or Failed
 */
public record InstanceLine(String id, String batch, String version, Mark deployment, Mark health) {}
