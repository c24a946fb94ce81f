package io.beanpole.deploy.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.bundle.BundleImages;
import io.beanpole.deploy.dockerrun.CheckContext;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.dockerrun.SourceCheck;
import io.beanpole.deploy.dockerrun.SourceFiles;
import io.beanpole.deploy.release.ImageShelf;
import io.beanpole.deploy.release.VersionMaking.Made;
import java.util.ArrayList;
import java.util.List;

/** Looks into a bundle before it is deployed: a version that can't run costs a failed deployment to find out. */
final class BundleInspection {
    private final boolean isWorker;
    private final ImageShelf images;

    /** @param images tells which can still be pulled */
    BundleInspection(boolean isWorker, ImageShelf images) {
        this.isWorker = isWorker;
        this.images = images;
    }

    BundleReport of(Made made) {
        var bytes = made.bundle().bytes();
        var errors = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        for (var file : SourceCheck.of(SourceFiles.ofBundle(bytes), CheckContext.of(isWorker))) {
            for (var finding : file.findings()) {
                (finding.isError() ? errors : warnings).add(sentence(file.file(), finding));
            }
        }
        var references = BundleImages.references(made.bundle());
        lookFor(references, errors, warnings);
        return new BundleReport(
                made.version().label(),
                bytes.length,
                List.copyOf(made.bundle().files().keySet()),
                made.bundle().dockerrun(),
                references,
                errors,
                warnings);
    }

    private void lookFor(List<String> references, List<String> errors, List<String> warnings) {
        for (var image : references) {
            try {
                if (!images.has(image)) {
                    errors.add("The image " + image + " is gone, so that no instance could pull it.");
                }
            } catch (DeployException e) {
                warnings.add("Whether the image " + image + " is there is not known. " + e.getMessage());
            }
        }
    }

    private static String sentence(String file, DockerrunFinding finding) {
        return file + " line " + finding.line() + ": " + finding.message() + " " + finding.repair();
    }
}
