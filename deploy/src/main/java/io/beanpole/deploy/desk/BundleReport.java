package io.beanpole.deploy.desk;

import java.util.List;
import java.util.Optional;

/**
 * What is in a bundle, before anything is made of it.
 *
 * @param label of the version that it is or would be
 * @param size bytes of the zip
 * @param files paths of all its files
 * @param dockerrun its Dockerrun.aws.json; empty when it has none
 * @param images that it names
 * @param errors what would not run, a sentence each with its file and line
 * @param warnings what may not run as meant, likewise
 */
public record BundleReport(
        String label,
        long size,
        List<String> files,
        Optional<String> dockerrun,
        List<String> images,
        List<String> errors,
        List<String> warnings) {
    public BundleReport {
        files = List.copyOf(files);
        images = List.copyOf(images);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
