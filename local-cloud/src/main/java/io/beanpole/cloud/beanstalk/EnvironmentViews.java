package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.health.EnvironmentHealthView;
import io.beanpole.cloud.beanstalk.request.CopiedShape;
import io.beanpole.cloud.stack.DefaultTrigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentLink;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentTier;

/** An environment as the API shows it. */
final class EnvironmentViews {
    private final Platform platform;
    private final Environments environments;

    EnvironmentViews(Platform platform, Environments environments) {
        this.platform = platform;
        this.environments = environments;
    }

    EnvironmentDescription description(EnvironmentRecord environment) {
        EnvironmentHealthView health = health(environment);
        return EnvironmentDescription.builder()
                .environmentName(environment.name())
                .environmentId(environment.id())
                .environmentArn(platform.arn("environment/" + environment.application() + "/" + environment.name()))
                .applicationName(environment.application())
                .versionLabel(environment.version())
                .solutionStackName(environment.solutionStack())
                .platformArn(textOrNull(environment.configuration().platform().platformArn()))
                .templateName(textOrNull(environment.configuration().template().name()))
                .description(environment.description())
                .endpointURL(address(environment))
                .cname(address(environment))
                .dateCreated(environment.created())
                .dateUpdated(environment.updated())
                .status(environment.status())
                .abortableOperationInProgress(environments
                        .find(environment.id())
                        .filter(Environment::isAbortable)
                        .isPresent())
                .health(health.color())
                .healthStatus(health.status())
                .tier(EnvironmentTier.builder()
                        .name(environment.tier().wireName())
                        .type(environment.tier().type())
                        .version("1.0")
                        .build())
                .environmentLinks(links(environment))
                .build();
    }

    /** The description's fields in an answer that has the same ones: those of create, update and terminate. */
    <B extends SdkPojo> B copied(EnvironmentRecord environment, B builder) {
        return CopiedShape.of(description(environment), builder);
    }

    private static List<EnvironmentLink> links(EnvironmentRecord environment) {
        return environment.configuration().links().entrySet().stream()
                .map(each -> EnvironmentLink.builder()
                        .linkName(each.getKey())
                        .environmentName(each.getValue())
                        .build())
                .toList();
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Empty for a worker, which has no web address [B][I]. */
    String address(EnvironmentRecord environment) {
        return environment.isWorker() || environment.port() == 0 ? "" : "127.0.0.1:" + environment.port();
    }

    /** The names of the alarms of its own trigger, as far as they are there. */
    List<String> triggers(EnvironmentRecord environment) {
        Map<String, String> references = platform.stacks().references(environment.id());
        return DefaultTrigger.ALARMS.stream()
                .filter(references::containsKey)
                .map(references::get)
                .toList();
    }

    List<FleetMember> members(EnvironmentRecord environment) {
        Optional<Environment> alive = environments.find(environment.id());
        return alive.map(each -> each.fleet().members()).orElse(List.of());
    }

    EnvironmentHealthView health(EnvironmentRecord environment) {
        return environments.find(environment.id()).map(Environment::health).orElseGet(EnvironmentHealthView::unknown);
    }
}
