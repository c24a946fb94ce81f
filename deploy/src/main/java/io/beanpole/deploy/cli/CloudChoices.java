package io.beanpole.deploy.cli;

import io.beanpole.deploy.local.LocalCloudOptions;
import io.beanpole.deploy.local.SqsdChoices;
import picocli.CommandLine.Option;

/** What can be chosen about the local cloud when it is started. */
final class CloudChoices {
    @Option(names = "--port", description = "Port of the AWS endpoint (default ${DEFAULT-VALUE}, 0: any).")
    private int port = 4566;

    @Option(names = "--registry-port", description = "Port of ECR's registry (default ${DEFAULT-VALUE}, 0: any).")
    private int registryPort = 4510;

    @Option(names = "--web-port", description = "Port of the page (default ${DEFAULT-VALUE}, 0: any).")
    private int webPort = 8080;

    @Option(
            names = "--runtime",
            description = "What runs the instances: auto, podman, docker or host (default ${DEFAULT-VALUE}).")
    private String runtime = "auto";

    @Option(
            names = "--sqsd-profile",
            description = "Whose handling of failed messages the daemon follows: 3.0.5-measured, 2.x or docs"
                    + " (default ${DEFAULT-VALUE}).")
    private String sqsdProfile = "3.0.5-measured";

    @Option(
            names = "--sqsd-prefetch",
            description =
                    "Whether the daemon receives messages ahead: guarded, off, or as-on-aws, which makes duplicates"
                            + " when an application slows down (default ${DEFAULT-VALUE}).")
    private String sqsdPrefetch = "guarded";

    @Option(
            names = "--sqsd-error-visibility-after-timeouts",
            description =
                    "Let a set ErrorVisibilityTimeout count for messages that timed out, too; whether the daemon of"
                            + " AWS does is an open question.")
    private boolean errorVisibilityAfterTimeouts;

    @Option(
            names = "--platform-proxy",
            description = "Put the platform's nginx between daemon and application: it drops headers with _ and . in"
                    + " their names and answers 504 after 60 s. ECS-managed Docker has none.")
    private boolean platformProxy;

    @Option(
            names = "--speed",
            description = "How many times faster than AWS the waits pass that AWS alone decides on, such as a batch's"
                    + " health checks; 1 is as on AWS (default ${DEFAULT-VALUE}).")
    private String speed = "60";

    LocalCloudOptions options() {
        return new LocalCloudOptions(
                port,
                registryPort,
                webPort,
                runtime,
                speed,
                new SqsdChoices(sqsdProfile, sqsdPrefetch, errorVisibilityAfterTimeouts, platformProxy));
    }
}
