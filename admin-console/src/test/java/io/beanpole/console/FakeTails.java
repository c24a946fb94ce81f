package io.beanpole.console;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.LogTail;
import io.beanpole.deploy.log.InstanceTails;
import io.beanpole.deploy.log.ShellCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Instances whose tails are what the test last put here, by instance. */
public final class FakeTails implements InstanceTails {
    public final Map<String, String> texts = new ConcurrentHashMap<>();
    public final AtomicInteger asked = new AtomicInteger();

    @Override
    public List<LogTail> tails(String environmentName, Set<String> instances) {
        asked.incrementAndGet();
        return instances.stream()
                .sorted()
                .filter(texts::containsKey)
                .map(instance -> new LogTail(instance, BusyCloud.NOW, texts.getOrDefault(instance, "")))
                .toList();
    }

    @Override
    public void bundle(String environmentName, String instance, Path file) {
        try {
            Files.writeString(file, "bundle of " + instance);
        } catch (IOException e) {
            throw new DeployException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ShellCommands shell(String environmentName, String instance) {
        return new ShellCommands(
                "aws ssm start-session --target " + instance, "eb ssh " + environmentName + " --instance " + instance);
    }
}
