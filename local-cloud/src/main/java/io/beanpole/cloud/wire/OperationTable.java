package io.beanpole.cloud.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkClient;

/**
 * Every operation of AWS's model of some services, and how far this cloud answers it: what stands in the documentation.
 */
public final class OperationTable {
    /** So many operations that are answered alike fill pages and tell nothing by their names. */
    private static final int MANY = 100;

    private final Map<String, Map<String, Support>> services = new TreeMap<>();

    /** A service that the wire layer answers, held against its client in the AWS SDK. */
    public OperationTable add(AwsService service, Class<? extends SdkClient> client) {
        Map<String, Support> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        operations(client).forEach(operation -> known.put(operation, service.unheld()));
        service.operations().forEach((name, operation) -> known.put(name, operation.support()));
        return add(service.name(), known, client);
    }

    /**
     * A service that another server answers.
     *
     * @param full what that server does as AWS does
     * @param exceptions what it does in part, or refuses for a reason of its own
     * @param otherwise why it refuses all the rest
     */
    public OperationTable add(
            Class<? extends SdkClient> client, List<String> full, Map<String, Support> exceptions, String otherwise) {
        Map<String, Support> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        operations(client).forEach(operation -> known.put(operation, Support.refused(otherwise)));
        full.forEach(operation -> known.put(operation, Support.FULL));
        known.putAll(exceptions);
        return add(client.getSimpleName().replace("Client", "").toUpperCase(Locale.ROOT), known, client);
    }

    private OperationTable add(String service, Map<String, Support> known, Class<? extends SdkClient> client) {
        Map<String, Support> all = new TreeMap<>();
        Set<String> spare = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        spare.addAll(known.keySet());
        for (String operation : operations(client)) {
            all.put(operation, known.getOrDefault(operation, Support.refused("")));
            spare.remove(operation);
        }
        if (!spare.isEmpty()) {
            throw new IllegalArgumentException(service + " answers what AWS's model doesn't have: " + spare);
        }
        services.put(service, all);
        return this;
    }

    /** The operations that have no handler, not even one that refuses in words, as {@code Service.Operation}. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        services.forEach((service, operations) -> operations.forEach((operation, support) -> {
            if (support.extent() == Support.Extent.REFUSED && support.note().isEmpty()) {
                missing.add(service + "." + operation);
            }
        }));
        return missing;
    }

    /** The table in Markdown, a section for each service. */
    public String markdown() {
        StringBuilder text = new StringBuilder("""
                # Operations of the local cloud

                Every operation of AWS's model of each service, and how far the local cloud answers it: **full** as AWS
                does as far as we know, **partial** with what is missing, **refused** with an AWS error that says why.
                Written from the code by `OperationTableTest`, which fails when the two differ; write it anew with
                `mvn test -pl local-cloud -am -Dtest=OperationTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=write`.

                | service | full | partial | refused |
                |---|---:|---:|---:|
                """);
        services.forEach((service, operations) -> text.append("| [%s](#%s) | %d | %d | %d |%n"
                .formatted(
                        service,
                        service.toLowerCase(Locale.ROOT).replace(' ', '-'),
                        count(operations, Support.Extent.FULL),
                        count(operations, Support.Extent.PARTIAL),
                        count(operations, Support.Extent.REFUSED))));
        services.forEach((service, operations) -> {
            text.append("%n## %s%n%n| operation | answered | what is missing, or why not |%n|---|---|---|%n"
                    .formatted(service));
            Map<Support, Long> alike = operations.values().stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            alike.values().removeIf(count -> count < MANY);
            operations.forEach((operation, support) -> {
                if (!alike.containsKey(support)) {
                    text.append(line(operation, support));
                }
            });
            alike.forEach((support, count) -> text.append(line("the other " + count, support)));
        });
        return text.toString();
    }

    private static String line(String operation, Support support) {
        return "| %s | %s | %s |%n"
                .formatted(
                        operation,
                        support.extent().name().toLowerCase(Locale.ROOT),
                        support.note().replace("|", "\\|"));
    }

    private static long count(Map<String, Support> operations, Support.Extent extent) {
        return operations.values().stream()
                .filter(each -> each.extent() == extent)
                .count();
    }

    private static Set<String> operations(Class<? extends SdkClient> client) {
        return ModelClasses.requests(client).stream()
                .map(Operation::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
