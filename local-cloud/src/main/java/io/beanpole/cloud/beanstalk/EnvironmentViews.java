package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.health.EnvironmentHealthView;
import io.beanpole.cloud.stack.DefaultTrigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentTier;

/** An environment as the API shows it. */
final class EnvironmentViews {
    static final String SOLUTION_STACK = "64bit Amazon Linux 2023 v4.4.0 running ECS";

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
                .environmentLinks(List.of())
                .build();
    }

    /** The description's fields in an answer that has the same ones: those of create, update and terminate. */
    <B extends SdkPojo> B copied(EnvironmentRecord environment, B builder) {
        EnvironmentDescription description = description(environment);
        Map<String, SdkField<?>> known = description.sdkFieldNameToField();
        for (SdkField<?> field : builder.sdkFields()) {
            SdkField<?> source = known.get(field.locationName());
            if (source != null) {
                field.set(builder, source.getValueOrDefault(description));
            }
        }
        return builder;
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
