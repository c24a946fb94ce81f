package io.beanpole.cloud.stack;

import io.beanpole.cloud.StateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The stacks of all environments. What they made is kept on disk, so a later template is compared with it and the
 * resources of a deleted environment go with it.
 */
public final class Stacks {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int SUFFIX = 12;

    private final String region;
    private final String account;
    private final StateFile<StackState> file;
    private final Map<String, ResourceHandler> handlers = new TreeMap<>();
    private final Map<String, Map<String, StackResource>> stacks;
    private final SecureRandom random = new SecureRandom();

    /** @param directory where {@code stacks.json} is kept */
    public Stacks(Path directory, String region, String account, List<ResourceHandler> served) {
        this.region = region;
        this.account = account;
        this.file = new StateFile<>(directory.resolve("stacks.json"), StackState.class);
        this.stacks = new TreeMap<>(file.read(() -> new StackState(Map.of())).stacks());
        served.forEach(each -> handlers.put(each.type(), each));
    }

    /**
     * Makes, changes and deletes resources until the environment has those of the template; nothing happens to what is
     * as wanted already.
     *
     * @throws StackException when the template can't be brought about; what was changed for it has been taken back
     */
    public synchronized StackOutcome apply(StackRequest request) {
        Map<String, StackResource> before = stacks.getOrDefault(request.environmentId(), Map.of());
        StackUpdate update = new StackUpdate(
                request,
                before,
                handlers,
                pseudoParameters(request.stackName()),
                logicalId -> request.stackName() + "-" + logicalId + "-" + suffix());
        Map<String, StackResource> after = update.run();
        keep(request.environmentId(), after);
        return update.outcome();
    }

    /** Deletes what the environment's template made, save what it wants retained. */
    public synchronized StackOutcome delete(String environmentId) {
        List<StackResource> resources =
                new ArrayList<>(stacks.getOrDefault(environmentId, Map.of()).values());
        StackRequest nothing = new StackRequest(
                environmentId, new Template(), Map.of(), (namespace, name) -> java.util.Optional.empty());
        StackUpdate update = new StackUpdate(nothing, Map.of(), handlers, Map.of(), logicalId -> logicalId);
        update.deleted(resources);
        keep(environmentId, Map.of());
        return update.outcome();
    }

    /** What {@code Ref} gives for a resource of an environment's template, by logical id. */
    public synchronized Map<String, String> references(String environmentId) {
        Map<String, String> references = new LinkedHashMap<>();
        stacks.getOrDefault(environmentId, Map.of())
                .forEach(
                        (id, resource) -> references.put(id, resource.physical().reference()));
        return references;
    }

    private void keep(String environmentId, Map<String, StackResource> resources) {
        if (resources.isEmpty()) {
            stacks.remove(environmentId);
        } else {
            stacks.put(environmentId, resources);
        }
        file.write(new StackState(stacks));
    }

    private Map<String, String> pseudoParameters(String stackName) {
        UUID id = UUID.nameUUIDFromBytes(stackName.getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "AWS::Region",
                region,
                "AWS::AccountId",
                account,
                "AWS::StackName",
                stackName,
                "AWS::StackId",
                "arn:aws:cloudformation:" + region + ":" + account + ":stack/" + stackName + "/" + id,
                "AWS::Partition",
                "aws",
                "AWS::URLSuffix",
                "amazonaws.com");
    }

    private String suffix() {
        StringBuilder suffix = new StringBuilder(SUFFIX);
        for (int i = 0; i < SUFFIX; i++) {
            suffix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return suffix.toString();
    }
}
