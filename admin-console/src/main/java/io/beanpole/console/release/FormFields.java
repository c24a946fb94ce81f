package io.beanpole.console.release;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.dockerrun.ContainerSettings;
import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import io.beanpole.deploy.dockerrun.MountLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A container's settings as a person types them.
 *
 * @param ports {@code 80:8080, 9000}: host and container, or the container's alone
 * @param environment a line {@code NAME=value} per variable
 * @param volumes a line each, as {@link MountLines} reads them
 * @param command a line per word
 */
record FormFields(
        String image,
        String memory,
        String reservation,
        String ports,
        String environment,
        String volumes,
        String command) {
    static final FormFields EMPTY = new FormFields("", "", "", "", "", "", "");

    private static final Pattern PORT = Pattern.compile("(?:(\\d{1,5})\\s*:\\s*)?(\\d{1,5})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** A value may hold line breaks, a line of a field can't. */
    private static final char LINE_BREAK = '↵';

    /** What the main container of a file says. */
    static FormFields of(DockerrunDocument document) {
        var settings = document.container();
        return new FormFields(
                settings.image(),
                number(settings.memory()),
                number(settings.reservation()),
                settings.ports().stream().map(Port::toString).collect(Collectors.joining(", ")),
                settings.environment().stream()
                        .map(variable -> variable.name() + "=" + oneLine(variable.value()))
                        .collect(Collectors.joining("\n")),
                String.join("\n", MountLines.of(document.containers())),
                settings.command().stream().map(FormFields::oneLine).collect(Collectors.joining("\n")));
    }

    /** The directories whose files are taken into the logs, of all containers. */
    static String logDirectory(DockerrunDocument document) {
        return document.containers().containers().stream()
                .flatMap(container -> container.logDirectory().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What can't be understood; {@link #settings} may be called when there is nothing. */
    List<DockerrunFinding> problems() {
        var problems = new ArrayList<DockerrunFinding>();
        if (!isNumber(memory)) {
            problems.add(problem("memory", Words.of("deploy.problem.memory")));
        }
        if (!isNumber(reservation)) {
            problems.add(problem("reservation", Words.of("deploy.problem.reservation")));
        }
        if (!entries(ports, ",").allMatch(port -> PORT.matcher(port).matches())) {
            problems.add(problem("ports", Words.of("deploy.problem.ports")));
        }
        if (!entries(environment, "\n").allMatch(line -> line.indexOf('=') > 0)) {
            problems.add(problem("environment", Words.of("deploy.problem.environment")));
        }
        if (!entries(volumes, "\n").allMatch(MountLines::isVolume)) {
            problems.add(problem("volumes", Words.of("deploy.problem.volumes")));
        }
        return problems;
    }

    /** The file with what is in the fields; what they don't show stays as it is. */
    DockerrunDocument into(DockerrunDocument document) {
        var edited = document.with(settings());
        var mounts = entries(volumes, "\n").toList();
        var before = edited.containers();
        var after = MountLines.with(before, mounts);
        return after.equals(before) ? edited : edited.with(after);
    }

    private ContainerSettings settings() {
        return new ContainerSettings(
                image.strip(),
                number(memory),
                number(reservation),
                entries(ports, ",").map(FormFields::port).toList(),
                entries(environment, "\n").map(FormFields::variable).toList(),
                entries(command, "\n").map(FormFields::manyLines).toList());
    }

    private static DockerrunFinding problem(String field, String message) {
        return new DockerrunFinding(Severity.ERROR, "form: " + field, 0, message, Words.of("deploy.problem.repair"));
    }

    private static Stream<String> entries(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).filter(entry -> !entry.isEmpty());
    }

    private static boolean isNumber(String text) {
        return text.isBlank() || NUMBER.matcher(text.strip()).matches();
    }

    private static OptionalInt number(String text) {
        return text.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.strip()));
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static Port port(String text) {
        var colon = text.indexOf(':');
        var container = Integer.parseInt(text.substring(colon + 1).strip());
        return colon < 0
                ? new Port(OptionalInt.empty(), container)
                : new Port(
                        OptionalInt.of(Integer.parseInt(text.substring(0, colon).strip())), container);
    }

    private static Variable variable(String line) {
        var sign = line.indexOf('=');
        return new Variable(line.substring(0, sign).strip(), manyLines(line.substring(sign + 1)));
    }

    private static String oneLine(String text) {
        return text.replace('\n', LINE_BREAK);
    }

    private static String manyLines(String text) {
        return text.replace(LINE_BREAK, '\n');
    }
}
