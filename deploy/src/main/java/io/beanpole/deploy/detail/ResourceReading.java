package io.beanpole.deploy.detail;

import static java.util.Objects.requireNonNullElse;

import io.beanpole.deploy.detail.Resource.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentResourceDescription;

/** DescribeEnvironmentResources in our words. A part that was not made is missing there or has an empty name. */
final class ResourceReading {
    private ResourceReading() {}

    /** All but the alarms. */
    static List<Resource> of(EnvironmentResourceDescription resources) {
        var found = new ArrayList<Resource>();
        resources.loadBalancers().forEach(balancer -> add(found, Kind.LOAD_BALANCER, balancer.name(), ""));
        resources.queues().forEach(queue -> {
            var isDead = "WorkerDeadLetterQueue".equals(queue.name());
            var url = requireNonNullElse(queue.url(), "");
            add(found, isDead ? Kind.DEAD_LETTER_QUEUE : Kind.QUEUE, lastPart(url), url);
        });
        resources.autoScalingGroups().forEach(group -> add(found, Kind.GROUP, group.name(), ""));
        resources.launchTemplates().forEach(template -> add(found, Kind.LAUNCH_TEMPLATE, template.id(), ""));
        resources
                .launchConfigurations()
                .forEach(configuration -> add(found, Kind.LAUNCH_CONFIGURATION, configuration.name(), ""));
        resources.instances().forEach(instance -> add(found, Kind.INSTANCE, instance.id(), ""));
        return found;
    }

    /** What alarms name as what they watch: queues and groups by name. */
    static Set<String> watchedNames(EnvironmentResourceDescription resources) {
        var names = new HashSet<String>();
        resources.queues().forEach(queue -> names.add(lastPart(requireNonNullElse(queue.url(), ""))));
        resources.autoScalingGroups().forEach(group -> names.add(requireNonNullElse(group.name(), "")));
        names.add(requireNonNullElse(resources.environmentName(), ""));
        names.remove("");
        return names;
    }

    private static void add(List<Resource> into, Kind kind, @Nullable String name, String detail) {
        if (name != null && !name.isEmpty()) {
            into.add(new Resource(kind, name, detail));
        }
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
