package io.beanpole.deploy.bundle;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where a checkout keeps what goes into bundles beside the Dockerrun file: {@code .ebextensions/{common,TIER}/NN-name.config},
 * {@code .platform/{common,TIER}/...} and {@code cron/ENVIRONMENT.yaml}. In the bundle the folders of tiers are gone, and
 * the periodic tasks are in cron.yaml: they belong to one environment, because two workers with the same tasks would run
 * each of them twice.
 */
public final class BundleTree {
    private static final Pattern CONFIG_NAME = Pattern.compile("\\d\\d-[a-z0-9-]+\\.config");
    private static final Pattern HOOK =
            Pattern.compile("\\.platform/(?:config)?hooks/(?:prebuild|predeploy|postdeploy)/[^/]+");

    private static final String COMMON = "common";

    private final Path root;

    /** The tree of a checkout. */
    public BundleTree(Path root) {
        this.root = root;
    }

    /** The files for an environment of a tier, by their path in the bundle. */
    SortedMap<String, BundleFile> files(String tier, String environment) {
        var files = new TreeMap<String, BundleFile>();
        try {
            for (var folder : new String[] {COMMON, tier}) {
                addConfigs(files, root.resolve(".ebextensions").resolve(folder));
                addPlatformFiles(files, root.resolve(".platform").resolve(folder));
            }
            addPeriodicTasks(files, root.resolve("cron").resolve(environment + ".yaml"), tier);
        } catch (IOException e) {
            throw new DeployException("Could not read what goes into the bundle of " + environment + ": " + e, e);
        }
        return files;
    }

    private static void addConfigs(SortedMap<String, BundleFile> files, Path folder) throws IOException {
        eachIn(folder, 1, config -> {
            var name = config.getFileName().toString();
            if (!CONFIG_NAME.matcher(name).matches()) {
                throw new DeployException(
                        config
                                + " would be ignored or misordered by Elastic Beanstalk; call it NN-name.config, as in 10-health.config.");
            }
            add(files, ".ebextensions/" + name, BundleFile.plain(content(config)), folder);
        });
    }

    private static void addPlatformFiles(SortedMap<String, BundleFile> files, Path folder) throws IOException {
        eachIn(folder, Integer.MAX_VALUE, file -> {
            var path = ".platform/" + folder.relativize(file).toString().replace('\\', '/');
            var content = content(file);
            if (HOOK.matcher(path).matches()) {
                checkScript(file, content);
                // Always, because a checkout on another system may have lost the permission.
                add(files, path, BundleFile.program(content), folder);
            } else {
                add(
                        files,
                        path,
                        Files.isExecutable(file) ? BundleFile.program(content) : BundleFile.plain(content),
                        folder);
            }
        });
    }

    private static void addPeriodicTasks(SortedMap<String, BundleFile> files, Path file, String tier) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        if (!tier.equals("worker")) {
            throw new DeployException(
                    file + " describes periodic tasks of an environment that is no worker.",
                    "Only a worker's daemon reads cron.yaml; move the tasks to a worker's file.");
        }
        var content = content(file);
        CronCheck.of(file.toString(), new String(content, StandardCharsets.UTF_8));
        files.put("cron.yaml", BundleFile.plain(content));
    }

    private static void add(SortedMap<String, BundleFile> files, String path, BundleFile file, Path folder) {
        if (files.put(path, file) != null) {
            throw new DeployException(
                    "Two files of one bundle are called " + path + ", one of them in " + folder + "; rename one.");
        }
    }

    /** What Linux could not start would fail a deployment on the instances, minutes later. */
    private static void checkScript(Path file, byte[] content) {
        var isProgram = content.length > 3 && content[0] == 0x7f && content[1] == 'E';
        var text = new String(content, StandardCharsets.UTF_8);
        if (!isProgram && !text.startsWith("#!")) {
            throw new DeployException(
                    "The hook " + file + " has no first line that names its interpreter.", "Begin it with #!/bin/sh.");
        }
        if (!isProgram && text.contains("\r\n")) {
            throw new DeployException(
                    "The hook " + file + " has line ends of Windows, so that Linux would look for the interpreter"
                            + " '/bin/sh\\r'.",
                    "Save it with line feeds alone, and say so in .gitattributes: *.sh text eol=lf.");
        }
    }

    private static void eachIn(Path folder, int depth, Consumer<Path> use) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var found = Files.walk(folder, depth)) {
                found.filter(Files::isRegularFile).sorted().forEach(use);
            }
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DeployException("Could not read " + file + ": " + e, e);
        }
    }
}
