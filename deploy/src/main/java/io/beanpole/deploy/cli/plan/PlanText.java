package io.beanpole.deploy.cli.plan;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.plan.OptionChange;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.plan.PlannedEnvironment;
import io.beanpole.deploy.plan.PlannedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for people. */
public record PlanText(Plan plan) {
    private static final int BRIEF = 19;

    /** The lines that a terminal shows. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var isOverview = plan.environments().stream().noneMatch(PlannedEnvironment::comparedOptions);
        if (isOverview) {
            lines.addAll(overview());
            plan.environments()
                    .forEach(environment -> environment
                            .warnings()
                            .forEach(warning -> lines.add("! " + environment.name() + ": " + warning)));
            lines.add("Option settings and files were not compared; name an environment for that.");
        } else {
            plan.environments().forEach(environment -> environment(environment, lines));
        }
        return lines;
    }

    private List<String> overview() {
        var table = new Columns(
                "ENVIRONMENT", "STATUS", "VERSION", "BECOMES", "INSTANCES", "POLICY", "LAST TIME", "IN FLIGHT");
        for (var environment : plan.environments()) {
            table.row(
                    environment.name(),
                    environment.isNew() ? "to be created" : environment.status(),
                    environment.fromVersion().isEmpty() ? "-" : environment.fromVersion(),
                    becomes(environment),
                    Integer.toString(environment.replacement().instances()),
                    environment.replacement().policy(),
                    environment.tookLastTime().map(Times::words).orElse("-"),
                    environment
                            .lane()
                            .map(lane -> Long.toString(lane.inFlight()))
                            .orElse("-"));
        }
        return table.lines();
    }

    private static String becomes(PlannedEnvironment environment) {
        if (environment.toVersion().isEmpty()) {
            return "(built first)";
        }
        return environment.changesVersion() ? environment.toVersion() : "(unchanged)";
    }

    private static void environment(PlannedEnvironment environment, List<String> lines) {
        lines.add(environment.name() + ", " + environment.tier()
                + (environment.isNew() ? ", to be created" : ", " + environment.status()));
        lines.add("  version: " + version(environment));
        environment.images().forEach(image -> lines.add("  image " + image.name() + ": " + image(image)));
        files(environment, lines);
        options(environment, lines);
        lines.add("  instances: " + environment.replacement().words() + ".");
        environment.tookLastTime().ifPresent(took -> lines.add("  last time it took " + Times.words(took) + "."));
        environment.lane().ifPresent(lane -> lines.add("  messages: " + lane.words() + "."));
        environment.warnings().forEach(warning -> lines.add("  ! " + warning));
    }

    private static String version(PlannedEnvironment environment) {
        var from = environment.fromVersion().isEmpty() ? "none" : environment.fromVersion();
        if (environment.toVersion().isEmpty()) {
            return from + " -> one that is known once the image is built";
        }
        if (!environment.changesVersion()) {
            return from + ", unchanged";
        }
        return from + " -> " + environment.toVersion()
                + (environment.versionExists() ? ", which exists" : ", which is made first");
    }

    private static String image(PlannedImage image) {
        var now = image.digest().map(PlanText::brief).orElse("not pushed yet");
        var tag = image.tag().isEmpty() ? "" : image.tag() + " = ";
        var before = image.presentDigest().map(PlanText::brief);
        if (before.isEmpty()) {
            return tag + now;
        }
        return image.changes() ? before.get() + " -> " + tag + now : tag + now + ", unchanged";
    }

    private static void files(PlannedEnvironment environment, List<String> lines) {
        if (!environment.comparedFiles()) {
            lines.add("  files: not compared, because one of the bundles is not known");
            return;
        }
        if (environment.files().isEmpty()) {
            lines.add("  files: unchanged");
        }
        for (var file : environment.files()) {
            lines.add("  file " + file.path() + ": " + file.kind().name().toLowerCase(Locale.ROOT));
            file.lines().forEach(line -> lines.add("    " + line));
        }
    }

    private static void options(PlannedEnvironment environment, List<String> lines) {
        if (!environment.comparedOptions()) {
            lines.add("  option settings: not compared");
            return;
        }
        if (environment.options().isEmpty()) {
            lines.add("  option settings: unchanged");
        }
        environment.options().forEach(option -> lines.add("  option " + option(option)));
    }

    private static String option(OptionChange option) {
        var text = new StringBuilder(option.fullName()).append(": ");
        if (option.takesEffect()) {
            text.append(value(option.before(), option.beforeFrom().words()))
                    .append(" -> ")
                    .append(value(option.after(), option.afterFrom().words()));
        } else {
            text.append("stays ")
                    .append(value(option.after(), option.afterFrom().words()));
        }
        option.shadowed()
                .forEach(shadow -> text.append("; ")
                        .append(shadow.value().isEmpty() ? "nothing" : shadow.value())
                        .append(" of ")
                        .append(shadow.source().words())
                        .append(" has no effect"));
        return text.toString();
    }

    private static String value(String value, String source) {
        return value.isEmpty() ? "(none)" : value + " (" + source + ")";
    }

    private static String brief(String digest) {
        return digest.length() > BRIEF ? digest.substring(0, BRIEF) : digest;
    }
}
