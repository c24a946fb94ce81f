package io.beanpole.cloud.beanstalk.bundle;

import java.util.List;

/**
 * What one file of .ebextensions does to an instance, in AWS's order: files, commands, and later, when the application is
 * unpacked, container commands; each by name.
 *
 * @param file the path of the file of .ebextensions
 */
record ExtensionSteps(
        String file,
        List<InstanceFile> files,
        List<InstanceCommand> commands,
        List<InstanceCommand> containerCommands) {
    boolean isEmpty() {
        return files.isEmpty() && commands.isEmpty() && containerCommands.isEmpty();
    }
}
