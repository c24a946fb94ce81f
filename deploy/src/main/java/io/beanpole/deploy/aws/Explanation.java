package io.beanpole.deploy.aws;

import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, for people.
 *
 * @param why goes on after "Could not do this: "
 * @param remedy what to do next, a sentence; null where nothing is known
 */
record Explanation(String why, @Nullable String remedy) {}
