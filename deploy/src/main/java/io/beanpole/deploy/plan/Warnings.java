package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.BundleImages;
import io.beanpole.deploy.spec.OptionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody should know before a deployment, a sentence each. */
record Warnings(
        Target target, Optional<EnvironmentFact> present, Optional<CloseLook> look, Map<String, VersionFact> versions) {
    private static final OptionName INACTIVITY = new OptionName("aws:elasticbeanstalk:sqsd", "InactivityTimeout");
    private static final OptionName TIMEOUT = new OptionName("aws:elasticbeanstalk:command", "Timeout");
    private static final long DEFAULT_INACTIVITY = 299;
    private static final long DEFAULT_TIMEOUT = 600;

    List<String> sentences(Map<OptionName, String> inForce, Optional<LaneRisk> risk) {
        var sentences = new ArrayList<String>();
        present.filter(environment -> !environment.status().equals("Ready"))
                .ifPresent(environment -> sentences.add(environment.name() + " is " + environment.status()
                        + ", and Elastic Beanstalk takes a deployment only when it is Ready."));
        images(sentences);
        bundles(sentences);
        risk.ifPresent(lane -> drain(lane, inForce, sentences));
        return sentences;
    }

    private void images(List<String> sentences) {
        target.images().stream()
                .filter(image -> image.digest().isEmpty())
                .forEach(image -> sentences.add("The image " + image.name() + " is not in " + image.repository()
                        + " yet: a deployment builds and pushes it first, and only then the new version is known."));
        look.flatMap(CloseLook::before).map(BundleImages::of).orElse(Map.of()).forEach((name, reference) -> {
            if (ImageName.of(reference).digest().isEmpty()) {
                sentences.add("The present version names the image of " + name + " by a tag (" + reference
                        + "), so that a new instance may run other bits than the old ones.");
            }
        });
    }

    private void bundles(List<String> sentences) {
        var label = present.map(EnvironmentFact::versionLabel).orElse("");
        if (look.isPresent() && !label.isEmpty() && look.get().before().isEmpty()) {
            sentences.add("The source bundle of the present version " + label
                    + " is gone: its files can't be compared, and nothing can be rolled back to it.");
        }
        var version = versions.get(target.label());
        if (version != null && version.status().equalsIgnoreCase("Failed")) {
            sentences.add("Elastic Beanstalk could not process the version " + target.label()
                    + "; it can't be deployed. Its events say why.");
        }
        look.map(CloseLook::unreadable)
                .orElse(List.of())
                .forEach(file -> sentences.add("Elastic Beanstalk would skip " + file
                        + ", which is no readable YAML, and go on without its settings."));
    }

    private static void drain(LaneRisk lane, Map<OptionName, String> inForce, List<String> sentences) {
        if (lane.drainLimit().isEmpty()) {
            return;
        }
        long limit = lane.drainLimit().get().toSeconds();
        long inactivity = number(inForce.get(INACTIVITY), DEFAULT_INACTIVITY);
        if (limit < inactivity) {
            sentences.add("A message may take " + inactivity + " s (InactivityTimeout), but the drain hook waits "
                    + limit + " s only: a longer one is cut off and worked on a second time.");
        }
        long timeout = number(inForce.get(TIMEOUT), DEFAULT_TIMEOUT);
        if (limit >= timeout) {
            sentences.add("The drain hook may wait " + limit + " s, but all commands of a deployment have " + timeout
                    + " s (aws:elasticbeanstalk:command Timeout): a long drain fails the deployment.");
        }
    }

    private static long number(@Nullable String text, long otherwise) {
        return text != null && text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
    }
}
