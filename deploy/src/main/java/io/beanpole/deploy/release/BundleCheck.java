package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.dockerrun.CheckContext;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.dockerrun.SourceCheck;
import io.beanpole.deploy.dockerrun.SourceFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into bundles before versions are made of them. A version that can't run costs a failed deployment to find out;
 * here it costs a moment.
 */
public final class BundleCheck {
    private final Progress progress;
    private final boolean isBinding;
    private final List<String> errors = new ArrayList<>();

    /**
     * A check of one deployment's bundles.
     *
     * @param progress hears the warnings
     * @param isBinding whether an error keeps versions from being made; else it is said like a warning
     */
    public BundleCheck(Progress progress, boolean isBinding) {
        this.progress = progress;
        this.isBinding = isBinding;
    }

    /** Looks into the bundle that an environment shall run. */
    public void look(String environment, SourceBundle bundle, CheckContext context) {
        for (var file : SourceCheck.of(SourceFiles.ofBundle(bundle.bytes()), context)) {
            for (var finding : file.findings()) {
                var sentence = environment + ", " + file.file() + " line " + finding.line() + ": " + finding.message()
                        + " " + finding.repair();
                say(finding, sentence);
            }
        }
    }

    /**
     * Ends the deployment if anything won't work, with all of it.
     *
     * @throws DeployException if there are errors and the check is binding
     */
    public void requireNoErrors() {
        if (!errors.isEmpty()) {
            throw new DeployException(
                    "This would not run, so no version was made of it. " + String.join(" ", errors),
                    "Mend it and run it again; --no-check lets it through.");
        }
    }

    private void say(DockerrunFinding finding, String sentence) {
        switch (finding.severity()) {
            case ERROR -> {
                if (isBinding) {
                    errors.add(sentence);
                } else {
                    progress.say("error, let through: " + sentence);
                }
            }
            case WARNING -> progress.say("warning: " + sentence);
            case NOTE -> {
                // What couldn't be looked at is no news to somebody who deploys; dockerrun validate tells it.
            }
        }
    }
}
