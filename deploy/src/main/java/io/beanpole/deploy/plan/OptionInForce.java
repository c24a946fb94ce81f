package io.beanpole.deploy.plan;

/**
 * An option setting as it is, and who won.
 *
 * @param value in force; a secret is hidden
 * @param source the weakest that explains the value, because Elastic Beanstalk doesn't tell
 * @param overridden what weaker sources wanted instead, as a sentence; empty for none
 */
public record OptionInForce(String namespace, String name, String value, OptionSource source, String overridden) {}
