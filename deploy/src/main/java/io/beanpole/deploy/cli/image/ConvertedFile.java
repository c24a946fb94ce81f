package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.dockerrun.Conversion;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import java.util.List;
import java.util.Map;

/**
 * What a conversion came to.
 *
 * @param files texts by their names in a source bundle
 * @param lost what they don't say any more
 */
record ConvertedFile(Map<String, String> files, List<DockerrunFinding> lost) {
    static ConvertedFile of(Conversion conversion) {
        return new ConvertedFile(conversion.files(), conversion.lost());
    }

    /** The texts; a line names each where there are two. */
    List<String> lines() {
        return files.size() == 1
                ? files.values().stream().map(String::stripTrailing).toList()
                : files.entrySet().stream()
                        .flatMap(file ->
                                List.of("# " + file.getKey(), file.getValue().stripTrailing()).stream())
                        .toList();
    }
}
