package io.beanpole.deploy.cli;

import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.stage.Timings;
import java.time.Duration;
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
        lines.add(line(
                "logs",
                "./beanpole logs " + String.join(" | ", spec.environments().keySet())));
        return lines;
    }

    /** Where the time went. */
    static List<String> timings(Timings timings) {
        var lines = new ArrayList<String>();
        var total = Duration.ZERO;
        lines.add("");
        for (var step : timings.steps().entrySet()) {
            lines.add(line(step.getKey(), seconds(step.getValue())));
            total = total.plus(step.getValue());
        }
        lines.add(line("total", seconds(total)));
        return lines;
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-14s %s", name, value);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%6.1f s", duration.toMillis() / 1000.0);
    }
}
