package io.beanpole.deploy.dockerrun;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Checks where a file says that the login of a private registry lies; each version has its own capitals. */
final class LoginCheck {
    private static final Set<String> FIELDS = Set.of("Authentication", "authentication");

    private final CheckContext context;
    private final Findings findings;

    LoginCheck(CheckContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    void login(ObjectNode root, LoginNotation notation, Format format) {
        for (var field : FIELDS) {
            if (root.has(field) && !field.equals(notation.field())) {
                findings.error(
                        "/" + field,
                        format + " calls it " + notation.field() + "; " + field + " is ignored, and the images can't be"
                                + " pulled.",
                        "Rename it to " + notation.field() + ".");
            }
        }
        if (root.has(notation.field())) {
            members(root, notation, format);
        }
    }

    private void members(ObjectNode root, LoginNotation notation, Format format) {
        var place = "/" + notation.field();
        List<String> members = notation.members();
        for (var member : members) {
            if (root.path(notation.field()).path(member).asString("").isBlank()) {
                findings.error(
                        place,
                        format + " needs " + notation.field() + " with " + String.join(" and ", members)
                                + ", written so; " + member + " is missing.",
                        "Write {\"" + members.get(0) + "\": ..., \"" + members.get(1) + "\": ...}.");
            }
        }
        var bucket = root.path(notation.field()).path(members.get(0)).asString("");
        context.region().ifPresent(region -> bucket(place, bucket, region));
    }

    private void bucket(String place, String bucket, String region) {
        var found = context.buckets().flatMap(buckets -> buckets.region(bucket));
        if (found.isPresent() && !found.get().equals(region)) {
            findings.error(
                    place,
                    "The bucket " + bucket + " is in " + found.get() + "; Elastic Beanstalk reads the login from the"
                            + " environment's own region, " + region + ", only.",
                    "Copy the file to a bucket in " + region + ".");
        }
        if (found.isEmpty()) {
            findings.note(
                    place,
                    "Whether the bucket " + bucket + " is in the environment's region, " + region
                            + ", couldn't be looked at.",
                    "'aws s3api get-bucket-location --bucket " + bucket + "' tells; and the instance profile needs"
                            + " s3:GetObject on the file.");
        }
    }
}
