package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.stack.PhysicalResource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The resources of Elastic Beanstalk itself that a bundle's Resources may refer to (reference 4.4 [D]). Those that have
 * no counterpart here have a name all the same, so that what refers to them can be made.
 */
final class KnownResources {
    private final Platform platform;
    private final WorkerQueues queues;
    private final Map<String, PhysicalResource> known = new LinkedHashMap<>();

    KnownResources(Platform platform, WorkerQueues queues) {
        this.platform = platform;
        this.queues = queues;
    }

    /** The name of an environment's load balancer, as metrics have it. */
    static String balancer(EnvironmentRecord environment) {
        return stack(environment) + "-AWSEBV2LoadBalancer";
    }

    /** By logical id. */
    Map<String, PhysicalResource> of(EnvironmentRecord environment, String group) {
        put("AWSEBEnvironmentName", environment.name(), Map.of());
        put("AWSEBAutoScalingGroup", group, Map.of());
        put(
                "AWSEBAutoScalingLaunchConfiguration",
                stack(environment) + "-AWSEBAutoScalingLaunchConfiguration",
                Map.of());
        String template = "lt-" + digits(environment, "template");
        put(
                "AWSEBEC2LaunchTemplate",
                template,
                Map.of("LaunchTemplateId", template, "LatestVersionNumber", "1", "DefaultVersionNumber", "1"));
        securityGroup("AWSEBSecurityGroup", environment);
        if (environment.isWorker()) {
            worker(environment);
        } else {
            web(environment);
        }
        return known;
    }

    /** AWSEBWorkerQueue exists only while the environment has a queue of its own [D]. */
    private void worker(EnvironmentRecord environment) {
        if (!environment.deadLetterQueue().isEmpty()) {
            known.put("AWSEBWorkerQueue", queue(environment.queue()));
            known.put("AWSEBWorkerDeadLetterQueue", queue(environment.deadLetterQueue()));
        }
        String table = stack(environment) + "-AWSEBWorkerCronLeaderRegistry";
        put("AWSEBWorkerCronLeaderRegistry", table, Map.of("Arn", arn("dynamodb", "table/" + table)));
    }

    private void web(EnvironmentRecord environment) {
        String name = balancer(environment);
        String balancer = arn("elasticloadbalancing", "loadbalancer/app/" + name + "/" + digits(environment, "lb"));
        put(
                "AWSEBV2LoadBalancer",
                balancer,
                Map.of(
                        "LoadBalancerArn", balancer,
                        "LoadBalancerName", name,
                        "LoadBalancerFullName", name,
                        "DNSName", "127.0.0.1"));
        String targets = "targetgroup/" + stack(environment) + "/" + digits(environment, "targets");
        put(
                "AWSEBV2LoadBalancerTargetGroup",
                arn("elasticloadbalancing", targets),
                Map.of(
                        "TargetGroupArn", arn("elasticloadbalancing", targets),
                        "TargetGroupName", stack(environment),
                        "TargetGroupFullName", targets));
        String listener = balancer.replace(":loadbalancer/", ":listener/") + "/" + digits(environment, "listener");
        put("AWSEBV2LoadBalancerListener", listener, Map.of("ListenerArn", listener));
        String rule = listener.replace(":listener/", ":listener-rule/") + "/" + digits(environment, "rule");
        put("AWSEBV2LoadBalancerListenerRule", rule, Map.of("RuleArn", rule));
        securityGroup("AWSEBLoadBalancerSecurityGroup", environment);
    }

    private void securityGroup(String id, EnvironmentRecord environment) {
        String group = "sg-" + digits(environment, id);
        put(id, group, Map.of("GroupId", group, "GroupName", stack(environment) + "-" + id));
    }

    private void put(String id, String reference, Map<String, String> attributes) {
        known.put(id, new PhysicalResource(reference, attributes));
    }

    private PhysicalResource queue(String url) {
        return new PhysicalResource(
                url,
                Map.of("QueueName", url.substring(url.lastIndexOf('/') + 1), "Arn", queues.arn(url), "QueueUrl", url));
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + platform.region() + ":" + platform.accountId() + ":" + resource;
    }

    private static String stack(EnvironmentRecord environment) {
        return "awseb-" + environment.id() + "-stack";
    }

    /** The same for the same thing of the same environment, so that an update changes nothing. */
    private static String digits(EnvironmentRecord environment, String what) {
        return UUID.nameUUIDFromBytes((environment.id() + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 17);
    }
}
