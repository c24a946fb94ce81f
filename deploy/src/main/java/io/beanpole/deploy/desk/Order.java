package io.beanpole.deploy.desk;

import java.util.Optional;

/**
 * What a person wants done to one environment.
 *
 * @param policy how it reaches the instances; empty to leave that as it is
 * @param note why, in the person's words; may be empty
 */
public record Order(String environmentName, Content content, Optional<RolloutPolicy> policy, String note) {}
