package io.beanpole.deploy.cli;

import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.stage.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person wants to know once everything is up. */
record Summary(Checkout checkout, DeploymentSpec spec, LocalCloudState state) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        var url = LocalStatus.of(state, spec, checkout.localStage(spec))
                .webUrl()
                .orElse("no web environment has an address");
        lines.add("");
        lines.add(line("page", url));
        checkout.announcement(checkout.localStage(spec)).forEach((name, value) -> lines.add(line(name, value)));
        lines.add(line("API docs", url + "/api/docs"));
        lines.add(line("aws", "eval \"$(./beanpole env)\"   then, for instance: aws sqs list-queues"));
        lines.add(line("logs", "./beanpole logs " + String.join(" | ", spec.usualEnvironments())));
        return lines;
    }

    /** Where the time went. */
    static List<String> timings(Timings timings) {
        return timings.lines();
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-14s %s", name, value);
    }
}
