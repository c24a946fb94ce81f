package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Checks all files of a bundle that say what runs, each beside the others. */
public final class SourceCheck {
    private SourceCheck() {}

    /** Every file with what is wrong with it; one with the name "source bundle" where the files don't go together. */
    public static List<CheckedFile> of(SourceFiles files, CheckContext context) {
        var inPlace = context.beside(files.names());
        var checked = new ArrayList<CheckedFile>();
        files.dockerrun()
                .ifPresent(
                        text -> checked.add(new CheckedFile(Format.V2.fileName(), DockerrunCheck.of(text, inPlace))));
        files.compose()
                .ifPresent(text -> checked.add(
                        new CheckedFile(Format.COMPOSE.fileName(), DockerrunCheck.ofCompose(text, inPlace))));
        var together = together(files, context);
        if (!together.isEmpty()) {
            checked.add(new CheckedFile("source bundle", together));
        }
        return checked;
    }

    private static List<DockerrunFinding> together(SourceFiles files, CheckContext context) {
        var findings = new ArrayList<DockerrunFinding>();
        var hasDockerfile = files.names().contains("Dockerfile");
        if (files.texts().isEmpty() && (!hasDockerfile || context.platform() == Platform.ECS)) {
            findings.add(finding(
                    Severity.ERROR,
                    "Nothing says what runs: " + context.platform() + " finds no file that it takes.",
                    "Add a Dockerrun.aws.json, or on the Docker platform a docker-compose.yml or a Dockerfile."));
        }
        if (files.compose().isPresent()
                && files.dockerrun().filter(SourceCheck::isNoLogin).isPresent()) {
            findings.add(finding(
                    Severity.WARNING,
                    "A docker-compose.yml and a Dockerrun.aws.json of another version than 3 lie side by side; Compose"
                            + " wins, and the other is ignored.",
                    "Delete the one that isn't meant."));
        }
        return findings;
    }

    private static boolean isNoLogin(String dockerrun) {
        try {
            return DockerrunDocument.parse(dockerrun).version() != 3;
        } catch (DockerrunSyntaxException alreadyFound) {
            return false;
        }
    }

    private static DockerrunFinding finding(Severity severity, String message, String repair) {
        return new DockerrunFinding(severity, "", 1, message, repair);
    }

    /**
     * A file and what is wrong with it.
     *
     * @param file its name in the bundle
     * @param findings in the order of their lines
     */
    public record CheckedFile(String file, List<DockerrunFinding> findings) {
        /** Whether Elastic Beanstalk would refuse it, or nothing would run. */
        public boolean hasErrors() {
            return findings.stream().anyMatch(DockerrunFinding::isError);
        }
    }
}
