package io.beanpole.cloud.autoscaling;

import java.security.SecureRandom;

/** The names that CloudFormation gives to the groups of stacks: a stem and twelve letters. */
final class GroupNames {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    String fresh(String stem) {
        StringBuilder name = new StringBuilder(stem).append('-');
        for (int i = 0; i < LENGTH; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
