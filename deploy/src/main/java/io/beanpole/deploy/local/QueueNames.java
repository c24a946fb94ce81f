package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Finds the queue that a person means: by its name, its address, or the worker environment that reads it. */
public final class QueueNames {
    private final LocalCloudConsole console;

    public QueueNames(LocalCloudConsole console) {
        this.console = console;
    }

    /** The queue's own name. An environment may be called by the end of its name, {@code express} for instance. */
    public String named(String wanted) {
        var known = new TreeSet<String>();
        console.queues().forEach(queue -> known.add(queue.path("queue").asString("")));
        var name = lastPart(wanted);
        if (known.contains(name)) {
            return name;
        }
        var environments = environments();
        var exact = environments.get(name);
        if (exact != null) {
            return exact;
        }
        var ending = environments.keySet().stream()
                .filter(environment -> environment.endsWith("-" + name))
                .toList();
        if (ending.size() == 1) {
            return environments.getOrDefault(ending.get(0), name);
        }
        throw new DeployException(
                "No daemon of the local cloud reads a queue called '" + wanted + "'"
                        + (ending.size() > 1 ? ", and several environments end so: " + String.join(", ", ending) : "")
                        + ".",
                known.isEmpty()
                        ? "There is no worker environment yet; ./beanpole up starts one."
                        : "Choose an environment (" + String.join(", ", environments.keySet()) + ") or a queue ("
                                + String.join(", ", known) + ").");
    }

    private Map<String, String> environments() {
        var queues = new LinkedHashMap<String, String>();
        for (var environment : console.status().path("environments")) {
            var address = environment.path("queue").asString("");
            if (!address.isEmpty()) {
                queues.put(environment.path("name").asString(""), lastPart(address));
            }
        }
        return queues;
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
