package io.beanpole.deploy.log;

/**
 * Commands that open a shell on an instance.
 *
 * @param session by Systems Manager, which needs no key and no open port; empty where there is none
 * @param ssh by the EB CLI; empty where there is none
 */
public record ShellCommands(String session, String ssh) {}
