package io.beanpole.console.release;

import io.beanpole.deploy.dockerrun.DockerrunCheck;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.dockerrun.DockerrunSyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * All that a text of a Dockerrun file means, found out at once; for a large one that is done off the window's thread.
 *
 * @param document empty for what is no JSON
 * @param changes against what is deployed
 */
record Examination(Optional<DockerrunDocument> document, List<DockerrunFinding> findings, List<DiffLine> changes) {
    static Examination of(String text, String deployed, boolean isWorker) {
        return new Examination(document(text), DockerrunCheck.of(text, isWorker), DockerrunDiff.of(deployed, text));
    }

    static Optional<DockerrunDocument> document(String text) {
        try {
            return Optional.of(DockerrunDocument.parse(text));
        } catch (DockerrunSyntaxException e) {
            return Optional.empty();
        }
    }
}
