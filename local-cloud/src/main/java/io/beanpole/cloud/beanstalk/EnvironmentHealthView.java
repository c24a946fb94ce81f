package io.beanpole.cloud.beanstalk;

import java.util.List;

/** An environment's or instance's health in AWS's words, and why. */
record EnvironmentHealthView(String color, String status, List<String> causes) {}
