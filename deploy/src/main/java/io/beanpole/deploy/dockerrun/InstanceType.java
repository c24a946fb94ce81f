package io.beanpole.deploy.dockerrun;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * An EC2 instance type as far as containers care: its memory and its architecture, by the rules that AWS names types by.
 * The table holds the families that web and worker tiers run on; others are unknown rather than guessed.
 *
 * @param memory in MiB
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">Naming of types</a>
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html">Sizes of general purpose types</a>
 */
record InstanceType(String name, int memory) {
    private static final int GIB = 1024;
    private static final Pattern NAME =
            Pattern.compile("(?<family>[a-z]+)(?<generation>\\d+)(?<more>[a-z]*)\\.(?<size>[a-z0-9]+)");
    /** T types double from size to size. */
    private static final Map<String, Integer> BURSTABLE = Map.of(
            "nano", 512, "micro", GIB, "small", 2 * GIB, "medium", 4 * GIB, "large", 8 * GIB, "xlarge", 16 * GIB,
            "2xlarge", 32 * GIB);

    private static final Pattern MULTIPLE = Pattern.compile("(\\d+)xlarge");

    /** The type of this name; empty when its memory isn't known here. */
    static Optional<InstanceType> of(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var size = parts.group("size");
        if (parts.group("family").equals("t")) {
            return Optional.ofNullable(BURSTABLE.get(size)).map(memory -> new InstanceType(name, memory));
        }
        var perProcessor =
                perProcessor(parts.group("family"), Integer.parseInt(parts.group("generation")), parts.group("more"));
        var processors = processors(size);
        return perProcessor.isPresent() && processors.isPresent()
                ? Optional.of(new InstanceType(name, perProcessor.getAsInt() * processors.getAsInt()))
                : Optional.empty();
    }

    /** MiB for each virtual processor: M has 4 GiB, C 2, R 8; older and network-heavy ones differ and are left out. */
    private static OptionalInt perProcessor(String family, int generation, String more) {
        return switch (family) {
            case "m" -> generation >= 4 ? OptionalInt.of(4 * GIB) : OptionalInt.empty();
            case "c" ->
                generation > 5 || generation == 5 && !more.contains("n")
                        ? OptionalInt.of(2 * GIB)
                        : OptionalInt.empty();
            case "r" -> generation >= 5 ? OptionalInt.of(8 * GIB) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt processors(String size) {
        var multiple = MULTIPLE.matcher(size);
        if (multiple.matches()) {
            return OptionalInt.of(4 * Integer.parseInt(multiple.group(1)));
        }
        return switch (size) {
            case "medium" -> OptionalInt.of(1);
            case "large" -> OptionalInt.of(2);
            case "xlarge" -> OptionalInt.of(4);
            default -> OptionalInt.empty();
        };
    }

    /** Graviton's names carry a g behind the generation; all others understand amd64. */
    static String architecture(String name) {
        var parts = NAME.matcher(name);
        var isGraviton = parts.matches()
                && (parts.group("more").startsWith("g")
                        || parts.group("family").equals("a")
                                && parts.group("generation").equals("1"));
        return isGraviton ? "arm64" : "amd64";
    }
}
