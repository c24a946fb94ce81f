package io.beanpole.console.release;

import io.beanpole.console.naming.Names;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import java.util.stream.Collectors;

/** What a person should know before saying yes to a deployment. */
final class Consequences {
    private static final int MOST = 6;

    private Consequences() {}

    static String of(DockerrunForm form) {
        var lines = form.changes().stream()
                .filter(line -> line.kind() == DiffLine.Kind.ADDED || line.kind() == DiffLine.Kind.REMOVED)
                .toList();
        var text = lines.stream()
                .limit(MOST)
                .map(line ->
                        line.text().charAt(0) + " " + line.text().substring(1).strip())
                .map(Names::shortened)
                .collect(Collectors.joining("\n"));
        if (lines.isEmpty()) {
            text = "Nothing differs from what is deployed; the same is deployed again.";
        } else if (lines.size() > MOST) {
            text += "\nand " + (lines.size() - MOST) + " lines more";
        }
        var warnings = form.findings().stream()
                .filter(finding -> !finding.isError())
                .map(DockerrunFinding::message)
                .collect(Collectors.joining("\n"));
        return warnings.isEmpty() ? text : text + "\n\nMind: " + warnings;
    }
}
