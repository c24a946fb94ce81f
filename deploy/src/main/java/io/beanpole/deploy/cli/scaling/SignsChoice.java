package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.scaling.ApplicationSigns;
import io.beanpole.deploy.scaling.ProtectionMetric;
import picocli.CommandLine.Option;

/** How the application tells that it protects instances from scale-in while they work. */
final class SignsChoice {
    @Option(
            names = "--protection-metric",
            description = "Where the application publishes how many instances it protects, as NAMESPACE/NAME (default"
                    + " ${DEFAULT-VALUE}).")
    private String metric = ApplicationSigns.METRIC;

    @Option(
            names = "--protection-property",
            description = "The environment property that switches this protection on (default ${DEFAULT-VALUE}).")
    private String property = ApplicationSigns.PROPERTY;

    ApplicationSigns chosen() {
        return new ApplicationSigns(ProtectionMetric.of(metric), property);
    }
}
