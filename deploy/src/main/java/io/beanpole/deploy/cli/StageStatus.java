package io.beanpole.deploy.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs in a stage, as {@code status --json} tells it.
 *
 * @param webUrl the address of the first web environment; null where there is none
 * @param endpoint of all of AWS's services, for a stage in the local cloud; else null
 * @param runtime what runs the instances of the local cloud: podman, docker or host; else null
 * @param demo what the stage announces to people who come to use it, its sign-in for instance
 * @param environments those of the stage, and of the local cloud those that no stage describes
 * @param groups the Auto Scaling groups of the local cloud; empty elsewhere, where {@code scaling show} tells of one
 * @param requests how often each operation of AWS was asked for since the local cloud started; empty elsewhere
 */
public record StageStatus(
        @Nullable String webUrl,
        @Nullable String endpoint,
        @Nullable String runtime,
        Map<String, String> demo,
        List<OneEnvironment> environments,
        List<Group> groups,
        Map<String, Long> requests) {
    /**
     * An environment.
     *
     * @param name its name in Elastic Beanstalk
     * @param id e-...; empty outside of the local cloud
     * @param application that it belongs to
     * @param tier Worker or WebServer; empty outside of the local cloud
     * @param status Ready, Updating, Launching, Terminating
     * @param health by enhanced health, Ok for instance; outside of the local cloud the colour
     * @param color Green, Yellow, Red or Grey
     * @param causes what is wrong, a sentence each
     * @param version the label of the version that it runs
     * @param url where a web environment is reached; empty for a worker
     * @param queue the address of the queue that a worker reads; empty for a web environment
     * @param instances that serve it
     */
    public record OneEnvironment(
            String name,
            String id,
            String application,
            String tier,
            String status,
            String health,
            String color,
            List<String> causes,
            String version,
            String url,
            String queue,
            List<Instance> instances) {}

    /**
     * An instance.
     *
     * @param id i-...
     * @param pid of its first process on this machine; 0 elsewhere
     * @param port where it listens on this machine; 0 elsewhere
     * @param state its health, OK for instance
     * @param cause what is wrong with it; empty if nothing
     * @param version the label of the version that it runs
     * @param deployment whether that version came up: Deployed, In Progress or Failed
     * @param logs the names of its logs in the local cloud
     */
    public record Instance(
            String id,
            long pid,
            int port,
            String state,
            String cause,
            String version,
            String deployment,
            List<String> logs) {}

    /**
     * An Auto Scaling group.
     *
     * @param name its name
     * @param min its smallest size
     * @param max its largest size
     * @param desired the size that it wants now
     * @param instances its members
     */
    public record Group(String name, int min, int max, int desired, List<Member> instances) {}

    /**
     * A member of a group.
     *
     * @param id i-...
     * @param state InService for instance
     * @param purchase on-demand or spot
     * @param scaleInProtected whether it is protected from scale-in
     */
    public record Member(String id, String state, String purchase, boolean scaleInProtected) {}
}
