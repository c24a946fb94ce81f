package io.beanpole.console.screen;

/**
 * What is on a screen, as commands to copy into a shell.
 *
 * @param beanpole the {@code ./beanpole} command that tells or does the same; empty where there is none
 * @param aws the {@code aws} command that tells or does the same; empty where there is none
 */
public record CopiedCommands(String beanpole, String aws) {
    public static final CopiedCommands NONE = new CopiedCommands("", "");
}
