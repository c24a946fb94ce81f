package io.beanpole.deploy.plan;

import java.util.ArrayList;
import java.util.List;

/** Whether the world is still as it was when a plan was made. */
public final class Staleness {
    private Staleness() {}

    /**
     * What happened since the plan was made, a sentence each; none when it still holds.
     *
     * @param now a new plan of the same environments
     */
    public static List<String> of(Plan plan, Plan now) {
        var news = new ArrayList<String>();
        for (var planned : plan.environments()) {
            var present = now.environment(planned.name());
            if (present.isEmpty()) {
                news.add(planned.name() + " is in the plan, but no longer among the environments to deploy.");
            } else {
                compare(planned, present.get(), news);
            }
        }
        return news;
    }

    private static void compare(PlannedEnvironment planned, PlannedEnvironment present, List<String> news) {
        if (!planned.id().equals(present.id())) {
            news.add(planned.name() + " is another environment than when the plan was made: then it "
                    + existence(planned) + ", now it " + existence(present) + ".");
        } else if (!planned.updatedAt().equals(present.updatedAt())) {
            news.add("Somebody changed " + planned.name() + " since the plan was made: it was last updated "
                    + time(planned) + " then and " + time(present) + " now, and has version "
                    + label(present.fromVersion()) + " in place of " + label(planned.fromVersion()) + ".");
        }
        for (var image : planned.images()) {
            present.images().stream()
                    .filter(other -> other.name().equals(image.name()))
                    .filter(other -> isAnother(image, other))
                    .forEach(other -> news.add(moved(image, other)));
        }
        if (!planned.toVersion().equals(present.toVersion())) {
            news.add("The version for " + planned.name() + " would be " + label(present.toVersion())
                    + " now; the plan says " + label(planned.toVersion()) + ".");
        }
    }

    /** What is not pushed yet is known by its tag, which names its content. */
    private static boolean isAnother(PlannedImage planned, PlannedImage present) {
        return !planned.digest().equals(present.digest())
                || planned.digest().isEmpty() && !planned.tag().equals(present.tag());
    }

    private static String moved(PlannedImage planned, PlannedImage present) {
        var sameTag =
                planned.tag().equals(present.tag()) && planned.repository().equals(present.repository());
        var subject = sameTag
                ? "The tag " + planned.tag() + " of " + planned.repository() + " moved since the plan was made"
                : "The image " + planned.name() + " is another than in the plan";
        return subject + ": it was " + planned.digest().orElse("not pushed") + ", and is "
                + present.digest().orElse("not pushed") + ".";
    }

    private static String existence(PlannedEnvironment environment) {
        return environment.isNew() ? "did not exist" : "was " + environment.id();
    }

    private static String time(PlannedEnvironment environment) {
        return environment.updatedAt().map(at -> "at " + at).orElse("never");
    }

    private static String label(String version) {
        return version.isEmpty() ? "(none)" : version;
    }
}
