package io.beanpole.deploy.dockerrun;

import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks the images that a file names: pinned, there, pullable, and made for the instances. */
final class ImageCheck {
    private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");
    private static final Pattern ECR =
            Pattern.compile("(?<account>\\d{12})\\.dkr\\.ecr\\.(?<region>[a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/.+");
    /** A registry in front of the name, by the rules of Docker's references. */
    private static final Pattern OTHER_REGISTRY = Pattern.compile("(?:[^/]*[.:][^/]*|localhost)/.+");

    private final CheckContext context;
    private final Findings findings;
    private final boolean hasLogin;

    ImageCheck(CheckContext context, Findings findings, boolean hasLogin) {
        this.context = context;
        this.findings = findings;
        this.hasLogin = hasLogin;
    }

    void image(String place, String image) {
        if (image.isBlank()) {
            findings.error(place, "No image is named, so nothing can be started.", "Choose an image.");
            return;
        }
        if (image.contains("${")) {
            findings.note(place, image + " is filled in on the instance, so it can't be looked at.", "Write it out.");
            return;
        }
        if (!DIGEST.matcher(image).matches()) {
            findings.warning(
                    place,
                    "The image isn't pinned by digest: an instance that starts later can run other bits.",
                    "Choose the image from the list, or write repository@sha256:..." + pinned(image));
        }
        registry(place, image);
        context.images().ifPresent(images -> known(place, image, images.about(image)));
    }

    private String pinned(String image) {
        return context.images()
                .map(images -> images.about(image).digest())
                .filter(digest -> !digest.isEmpty())
                .map(digest -> ": its tag leads to " + digest + " now")
                .orElse("");
    }

    private void registry(String place, String image) {
        var ecr = ECR.matcher(image);
        if (ecr.matches()) {
            context.region()
                    .filter(region -> !region.equals(ecr.group("region")))
                    .ifPresent(region -> findings.warning(
                            place,
                            "The image lies in " + ecr.group("region") + ", the environment in " + region
                                    + ": each new instance pulls it over the regions, which takes longer and costs transfer.",
                            "Copy it to the environment's region by its digest."));
            context.instanceProfile().ifPresent(profile -> profile(place, profile));
        } else if (OTHER_REGISTRY.matcher(image).matches() && !hasLogin && !isLocal(image)) {
            findings.note(
                    place,
                    "The image is in a registry other than ECR, and no login is given: it must be public.",
                    "For a private one, put its config.json into S3 and name it in the file's authentication.");
        }
    }

    private void profile(String place, String profile) {
        var repair = "It needs AmazonEC2ContainerRegistryReadOnly; for another account's registry, that repository's"
                + " policy must allow it as well.";
        if (profile.isEmpty()) {
            findings.error(place, "The instances have no instance profile, so they can't pull from ECR.", repair);
        } else {
            findings.note(
                    place,
                    "Whether the instance profile " + profile + " may pull the image can't be seen from here.",
                    repair);
        }
    }

    private static boolean isLocal(String image) {
        return image.startsWith("127.0.0.1:") || image.startsWith("localhost:");
    }

    private void known(String place, String image, ImageKnowledge.Answer answer) {
        switch (answer.presence()) {
            case MISSING ->
                findings.error(
                        place,
                        "There is no image " + image + ": " + answer.remark(),
                        "Push it, or choose one that ./beanpole images list shows.");
            case UNKNOWN ->
                findings.note(place, "The image couldn't be looked at: " + answer.remark(), "Check that it exists.");
            case FOUND -> architecture(place, answer);
        }
    }

    private void architecture(String place, ImageKnowledge.Answer answer) {
        var lacking = new TreeSet<>(context.architectures());
        lacking.removeAll(answer.architectures());
        if (!answer.architectures().isEmpty() && !lacking.isEmpty()) {
            findings.error(
                    place,
                    "The image is for " + String.join(" and ", new TreeSet<>(answer.architectures()))
                            + ", but the instances (" + String.join(", ", context.instanceTypes()) + ") need "
                            + String.join(" and ", lacking) + ": its processes end with 'exec format error'.",
                    "Build it for " + String.join(" and ", lacking) + ", or choose other instance types.");
        }
    }
}
