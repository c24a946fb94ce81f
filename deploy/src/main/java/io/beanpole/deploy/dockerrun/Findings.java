package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is found in a file, each with the line that its JSON pointer stands on. */
final class Findings {
    private final Map<String, Integer> lines;
    private final List<DockerrunFinding> findings = new ArrayList<>();

    /** Findings in a file whose values begin on these lines. */
    Findings(Map<String, Integer> lines) {
        this.lines = lines;
    }

    void error(String pointer, String message, String repair) {
        add(Severity.ERROR, pointer, message, repair);
    }

    void warning(String pointer, String message, String repair) {
        add(Severity.WARNING, pointer, message, repair);
    }

    void note(String pointer, String message, String repair) {
        add(Severity.NOTE, pointer, message, repair);
    }

    private void add(Severity severity, String pointer, String message, String repair) {
        findings.add(new DockerrunFinding(severity, pointer, line(pointer), message, repair));
    }

    /** In the order of their lines. */
    List<DockerrunFinding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparingInt(DockerrunFinding::line))
                .toList();
    }

    /** A field that is missing has the line of what it is missing from. */
    private int line(String pointer) {
        for (var at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 1 : line;
            }
        }
    }
}
