package io.beanpole.deploy.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the same for every command. */
final class Version implements IVersionProvider {
    private static final String UNRELEASED = "1.0-SNAPSHOT";

    @Override
    public String[] getVersion() {
        var released = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Beanpole " + (released == null ? UNRELEASED : released) + " on Java " + Runtime.version()
        };
    }
}
