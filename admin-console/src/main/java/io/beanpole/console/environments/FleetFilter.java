package io.beanpole.console.environments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What a person types to see fewer environments. All words must hold. A plain word stands somewhere in the line;
 * {@code key:word} stands in that part; {@code key:!word} doesn't; {@code depth:>100} compares numbers.
 */
final class FleetFilter implements Predicate<EnvironmentLine> {
    private static final Map<String, Function<EnvironmentLine, String>> TEXTS = Map.of(
            "name", EnvironmentLine::name,
            "app", line -> line.overview().application(),
            "tier", EnvironmentLine::tier,
            "health", line -> line.overview().healthStatus(),
            "status", line -> line.overview().status(),
            "version", line -> line.overview().versionLabel(),
            "platform",
                    line -> line.overview().platform() + " "
                            + line.environment().platform().lifecycle(),
            "region", EnvironmentLine::region,
            "on", line -> line.card().name(),
            "last",
                    line -> line.environment()
                            .lastDeployment()
                            .map(last -> last.outcome().name())
                            .orElse(""));

    private static final Map<String, ToLongFunction<EnvironmentLine>> NUMBERS = Map.of(
            "depth", EnvironmentLine::depth,
            "dead", EnvironmentLine::deadLetters,
            "oldest", EnvironmentLine::oldestSeconds,
            "instances", line -> line.overview().instances());

    private final List<Predicate<EnvironmentLine>> words = new ArrayList<>();

    FleetFilter(String text) {
        for (var word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            words.add(word(word));
        }
    }

    @Override
    public boolean test(EnvironmentLine line) {
        return words.stream().allMatch(word -> word.test(line));
    }

    private static Predicate<EnvironmentLine> word(String word) {
        var colon = word.indexOf(':');
        var key = colon < 0 ? "" : word.substring(0, colon);
        var wanted = word.substring(colon + 1);
        if (TEXTS.containsKey(key)) {
            return text(TEXTS.getOrDefault(key, EnvironmentLine::name), wanted);
        }
        if (NUMBERS.containsKey(key)) {
            return number(NUMBERS.getOrDefault(key, EnvironmentLine::depth), wanted);
        }
        return line -> everything(line).contains(word);
    }

    /** A word that is still being typed, "health:" for instance, holds for all. */
    private static Predicate<EnvironmentLine> text(Function<EnvironmentLine, String> part, String wanted) {
        if (wanted.startsWith("!")) {
            var unwanted = wanted.substring(1);
            return line -> unwanted.isEmpty()
                    || !part.apply(line).toLowerCase(Locale.ROOT).contains(unwanted);
        }
        return line -> part.apply(line).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Predicate<EnvironmentLine> number(ToLongFunction<EnvironmentLine> part, String wanted) {
        var digits = wanted.replaceFirst("^[<>=]", "");
        if (!digits.matches("\\d{1,15}")) {
            return line -> true;
        }
        var bound = Long.parseLong(digits);
        return switch (wanted.charAt(0)) {
            case '>' -> line -> part.applyAsLong(line) > bound;
            case '<' -> line -> part.applyAsLong(line) >= 0 && part.applyAsLong(line) < bound;
            default -> line -> part.applyAsLong(line) == bound;
        };
    }

    private static String everything(EnvironmentLine line) {
        var overview = line.overview();
        return String.join(
                        " ",
                        overview.name(),
                        overview.application(),
                        line.tier(),
                        overview.healthStatus(),
                        overview.status(),
                        overview.versionLabel(),
                        line.card().name(),
                        line.region())
                .toLowerCase(Locale.ROOT);
    }
}
