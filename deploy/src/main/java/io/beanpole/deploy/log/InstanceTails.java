package io.beanpole.deploy.log;

import io.beanpole.deploy.beanstalk.LogTail;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The logs of chosen instances, again and again. */
public interface InstanceTails {
    /**
     * Has the environment's instances hand in the end of their logs, and waits a minute at the most. On AWS every
     * instance of the environment works for it, and every sample is an object in S3 for a quarter of an hour.
     *
     * @param instances whose tails are wanted
     */
    List<LogTail> tails(String environmentName, Set<String> instances);

    /** Has all logs handed in and stores those of one instance in a file, a zip; five minutes at the most. */
    void bundle(String environmentName, String instance, Path file);

    /** How to get a shell on an instance. */
    ShellCommands shell(String environmentName, String instance);
}
