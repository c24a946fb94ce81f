package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A file in another format, and what the way there cost.
 *
 * @param document in the format that was wanted
 * @param login the Dockerrun version 3 that must lie beside a docker-compose.yml whose images need a sign-in
 * @param lost what the document doesn't say any more; the lines are those of the file that it came from
 */
public record Conversion(DockerrunDocument document, Optional<DockerrunDocument> login, List<DockerrunFinding> lost) {
    /** The name of the one container of version 1, which names none. */
    private static final String UNNAMED = "app";

    /**
     * Converts a file.
     *
     * @param text of the file, for the lines of what is lost
     * @param memory of containers that say none, in MiB
     */
    public static Conversion of(DockerrunDocument from, String text, Format to, OptionalInt memory) {
        var source = from.format()
                .orElseThrow(() -> new DockerrunSyntaxException(
                        "Only versions 1, 2 and 3 and Compose can be converted.", 1, null));
        var containers = prepared(from.containers(), memory, source, to);
        var findings = new Findings(from.lines(text));
        if (source != to) {
            source.notation()
                    .foreign(from.root())
                    .forEach(place -> findings.warning(
                            place,
                            place.substring(place.lastIndexOf('/') + 1) + " of " + source + " isn't carried into " + to
                                    + ".",
                            "See whether " + to + " has something like it, and write it there by hand."));
        }
        to.notation()
                .unsaid(containers)
                .forEach(unsaid ->
                        findings.warning("", unsaid.what() + " can't be said in " + to + ".", unsaid.repair()));
        var login = to == Format.COMPOSE && containers.login().isPresent()
                ? Optional.of(DockerrunDocument.of(Format.V3, containers))
                : Optional.<DockerrunDocument>empty();
        return new Conversion(
                source == to ? from.with(containers) : DockerrunDocument.of(to, containers), login, findings.sorted());
    }

    private static ContainerSet prepared(ContainerSet containers, OptionalInt memory, Format from, Format to) {
        var prepared = containers.containers().stream()
                .map(container -> container.name().isEmpty() && to != Format.V1 ? container.named(UNNAMED) : container)
                .map(container -> to == Format.V1 ? container : withMemory(container, memory))
                .map(container -> withDollars(container, from, to))
                .toList();
        return new ContainerSet(prepared, containers.volumes(), containers.login());
    }

    private static Container withMemory(Container container, OptionalInt memory) {
        var settings = container.settings();
        return settings.memory().isPresent() || settings.reservation().isPresent()
                ? container
                : container.with(new ContainerSettings(
                        settings.image(),
                        memory,
                        settings.reservation(),
                        settings.ports(),
                        settings.environment(),
                        settings.command()));
    }

    /** Compose fills in what stands behind a dollar sign, and takes two of them for one. */
    private static Container withDollars(Container container, Format from, Format to) {
        if ((from == Format.COMPOSE) == (to == Format.COMPOSE)) {
            return container;
        }
        var was = from == Format.COMPOSE ? "$$" : "$";
        var is = from == Format.COMPOSE ? "$" : "$$";
        var settings = container.settings();
        return container.with(new ContainerSettings(
                settings.image(),
                settings.memory(),
                settings.reservation(),
                settings.ports(),
                settings.environment().stream()
                        .map(variable ->
                                new Variable(variable.name(), variable.value().replace(was, is)))
                        .toList(),
                settings.command()));
    }

    /** The files to write, by their names in a source bundle. */
    public Map<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put(document.format().orElse(Format.V2).fileName(), document.text());
        login.ifPresent(beside -> files.put(Format.V3.fileName(), beside.text()));
        return files;
    }

    /** Whether anything at all was lost. */
    public boolean isWhole() {
        return lost.stream().noneMatch(finding -> finding.severity() != Severity.NOTE);
    }
}
