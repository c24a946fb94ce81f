package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.instance.FileTree;
import io.beanpole.cloud.instance.sandbox.Machine;
import io.beanpole.cloud.instance.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a bundle does on one instance beside running its containers, in AWS's order: files and commands of each file of
 * .ebextensions, the bundle unpacked, prebuild hooks, container commands, predeploy hooks; and, when the application is
 * started, postdeploy hooks (reference 4.1, 4.3, 4.5 [D]).
 */
public final class InstanceSetup {
    private static final String STAGING = "/var/app/staging";
    private static final String CURRENT = "/var/app/current";

    /** What every instance has before anything is done to it. */
    private static final List<String> DIRECTORIES =
            List.of("/etc", "/home/ec2-user", "/opt", "/run", "/usr/local/bin", "/var/log", "/var/run", "/var/lib");

    private static final String COMMAND_LOG = "cfn-init-cmd.log";
    private static final String HOOK_LOG = "eb-hooks.log";

    private final SourceBundle bundle;
    private final S3Client s3;
    private final SetupPlace place;
    private final Sandbox sandbox;
    private final Machine machine;

    public InstanceSetup(SourceBundle bundle, S3Client s3, SetupPlace place) {
        this.bundle = bundle;
        this.s3 = s3;
        this.place = place;
        this.sandbox = new Sandbox(place.directory().resolve("sandbox"));
        this.machine = new Machine(sandbox, place.variables(), place.logs(), place.most());
    }

    /** The same as {@link #beforeStart()} on an instance with a daemon, which the scripts may signal. */
    public void beforeStart(SteeredDaemon daemon) {
        if (bundle.hasSteps()) {
            try (DaemonProcess shown = DaemonProcess.in(sandbox, daemon)) {
                beforeStart();
            }
        }
    }

    /**
     * Everything up to the start of the application, which meanwhile runs as it was.
     *
     * @throws io.beanpole.cloud.CloudException when a step fails, in the words of an event
     */
    public void beforeStart() {
        if (!bundle.hasSteps()) {
            return;
        }
        DIRECTORIES.forEach(sandbox::directory);
        new ConfigTool(sandbox).install(place.properties(), place.options());
        for (ExtensionSteps steps : bundle.extensions().steps()) {
            steps.files().forEach(new FilePlacement(sandbox)::place);
            steps.commands().forEach(command -> run(command, "/", Map.of()));
        }
        Path staging = sandbox.directory(STAGING);
        FileTree.delete(staging);
        if (!bundle.files().isEmpty()) {
            bundle.unpack(sandbox.directory(STAGING), s3);
        }
        hooks(HookPhase.PREBUILD, STAGING);
        containerCommands(InstanceCommand::leaderOnly);
        containerCommands(command -> !command.leaderOnly());
        hooks(HookPhase.PREDEPLOY, STAGING);
        goLive(staging);
    }

    /** What comes once the application is started. */
    public void afterStart() {
        if (bundle.hasSteps()) {
            hooks(HookPhase.POSTDEPLOY, CURRENT);
        }
    }

    private void containerCommands(Predicate<InstanceCommand> which) {
        Stream<InstanceCommand> commands =
                bundle.extensions().steps().stream().flatMap(each -> each.containerCommands().stream());
        commands.filter(which)
                .filter(command -> place.isLeader() || !command.leaderOnly())
                .forEach(command -> run(command, STAGING, place.properties()));
    }

    /** One that would change the machine is passed over; the bundle's findings say so. */
    private void run(InstanceCommand command, String directory, Map<String, String> properties) {
        if (command.refusal().isPresent()) {
            return;
        }
        Map<String, String> environment = new TreeMap<>(properties);
        environment.putAll(command.environment());
        String where = command.directory().isEmpty() ? directory : command.directory();
        if (!command.test().isEmpty()) {
            Machine.Result test = machine.run(
                    "The test of " + command.label(),
                    COMMAND_LOG,
                    InstanceCommand.shell(command.test()),
                    where,
                    environment);
            if (test.status() != 0) {
                return;
            }
        }
        Machine.Result result = machine.run("The " + command.label(), COMMAND_LOG, command.words(), where, environment);
        if (result.status() != 0 && !command.ignoresErrors()) {
            throw failed(result, command.label() + " failed", COMMAND_LOG);
        }
    }

    private void hooks(HookPhase phase, String application) {
        for (String script : phase.scripts(bundle.files())) {
            String program = application + "/" + script;
            prepare(sandbox.place(program));
            Machine.Result result =
                    machine.run("The hook " + script, HOOK_LOG, List.of(program), application, place.properties());
            if (result.status() != 0) {
                throw failed(result, script + " failed", HOOK_LOG);
            }
        }
    }

    /** Executable, as the platforms make all hooks since April 2022 [D], and with the paths of the sandbox. */
    private void prepare(Path script) {
        try {
            byte[] bytes = Files.readAllBytes(script);
            if (bytes.length > 1 && bytes[0] == '#') {
                Files.writeString(script, sandbox.moved(Files.readString(script)));
            }
            if (!script.toFile().setExecutable(true)) {
                throw new IOException("it can't be made executable");
            }
        } catch (IOException e) {
            throw new BundleException("The hook " + script.getFileName() + " can't be run: " + e.getMessage(), e);
        }
    }

    private void goLive(Path staging) {
        Path current = sandbox.place(CURRENT);
        FileTree.delete(current);
        try {
            if (Files.isDirectory(staging)) {
                Files.move(staging, current, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Moving the application to " + CURRENT + " of the instance failed", e);
        }
    }

    private static BundleException failed(Machine.Result result, String what, String log) {
        return new BundleException("Command failed on instance. Return code: " + result.status() + " Output: "
                + result.output() + ". " + what + ". For more detail, check " + log + " in the instance's logs.");
    }
}
