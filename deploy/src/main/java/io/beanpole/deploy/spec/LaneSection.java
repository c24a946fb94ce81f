package io.beanpole.deploy.spec;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sections of deployment.yml that are about lanes: {@code lanes}, a list of names or a mapping of names to what each
 * does differently, {@code queues} for what all have in common, and {@code timeouts}.
 */
final class LaneSection {
    private static final String CUSTOM = "aws:elasticbeanstalk:customoption";
    private static final String GROUP = "aws:autoscaling:asg";

    private final SpecNode top;
    private final LaneSpec common;
    private final Map<String, LaneSpec> byLane = new LinkedHashMap<>();

    LaneSection(SpecNode top) {
        this.top = top;
        common = top.child("queues")
                .map(node -> lane(
                        node.knowing("attributes", "deadLetterAttributes", "scaling", "deadLetters"),
                        new LaneSpec(Optional.empty(), new TreeMap<>(), new TreeMap<>(), LaneScaling.DEFAULT)))
                .orElseGet(() -> new LaneSpec(Optional.empty(), new TreeMap<>(), new TreeMap<>(), LaneScaling.DEFAULT));
        if (top.isList("lanes")) {
            top.list("lanes").forEach(name -> byLane.put(name, common));
        } else {
            top.children("lanes")
                    .forEach((name, node) -> byLane.put(
                            name,
                            lane(node.knowing("queue", "attributes", "deadLetterAttributes", "scaling"), common)));
        }
    }

    /** What holds where no file says anything of lanes. */
    static QueuesSpec silent() {
        return new QueuesSpec(
                new LaneSpec(Optional.empty(), new TreeMap<>(), new TreeMap<>(), LaneScaling.DEFAULT),
                Map.of(),
                DeadLetterSpec.USUAL,
                Map.of());
    }

    /** The names, the most urgent first. */
    List<String> names() {
        return List.copyOf(byLane.keySet());
    }

    QueuesSpec read() {
        var deadLetters = top.child("queues")
                .flatMap(node -> node.child("deadLetters"))
                .map(node -> node.knowing("kind", "error"))
                .map(node -> new DeadLetterSpec(
                        pointers(node, "kind", DeadLetterSpec.USUAL.kind()),
                        pointers(node, "error", DeadLetterSpec.USUAL.error())))
                .orElseGet(() -> DeadLetterSpec.USUAL);
        return new QueuesSpec(common, byLane, deadLetters, declared());
    }

    /** What a lane does differently, as the option settings of its environment that the option file reads. */
    SortedMap<OptionName, String> settings(String lane) {
        var settings = new TreeMap<OptionName, String>();
        var own = byLane.getOrDefault(lane, common).scaling();
        var all = common.scaling();
        different(settings, new OptionName(CUSTOM, "BacklogHigh"), own.backlogHigh(), all.backlogHigh());
        different(settings, new OptionName(CUSTOM, "BacklogLow"), own.backlogLow(), all.backlogLow());
        different(settings, new OptionName(CUSTOM, "QuietMinutes"), own.quietMinutes(), all.quietMinutes());
        different(settings, new OptionName(CUSTOM, "WarmUpSeconds"), own.warmUpSeconds(), all.warmUpSeconds());
        different(settings, new OptionName(GROUP, "MinSize"), own.minimum(), all.minimum());
        different(settings, new OptionName(GROUP, "MaxSize"), own.maximum(), all.maximum());
        return settings;
    }

    private static void different(SortedMap<OptionName, String> settings, OptionName name, int own, int all) {
        if (own != all) {
            settings.put(name, String.valueOf(own));
        }
    }

    private static LaneSpec lane(SpecNode node, LaneSpec base) {
        var scaling = node.child("scaling")
                .map(numbers -> scaling(numbers, base.scaling()))
                .orElse(base.scaling());
        return new LaneSpec(
                node.optionalText("queue"),
                over(base.attributes(), node.texts("attributes")),
                over(base.deadLetterAttributes(), node.texts("deadLetterAttributes")),
                scaling);
    }

    private static LaneScaling scaling(SpecNode node, LaneScaling base) {
        node.knowing("backlogHigh", "backlogLow", "quietMinutes", "warmUpSeconds", "minimum", "maximum", "steps");
        var steps = steps(node);
        var scaling = new LaneScaling(
                node.optionalNumber("backlogHigh").orElse(base.backlogHigh()),
                node.optionalNumber("backlogLow").orElse(base.backlogLow()),
                node.optionalNumber("quietMinutes").orElse(base.quietMinutes()),
                node.optionalNumber("warmUpSeconds").orElse(base.warmUpSeconds()),
                node.optionalNumber("minimum").orElse(base.minimum()),
                node.optionalNumber("maximum").orElse(base.maximum()),
                steps.isEmpty() ? base.steps() : steps);
        if (scaling.backlogLow() >= scaling.backlogHigh()) {
            throw node.wrongValue("backlogLow", "must be below backlogHigh, or the lane grows and shrinks at once");
        }
        if (scaling.minimum() > scaling.maximum()) {
            throw node.wrongValue("minimum", "must not be above maximum");
        }
        return scaling;
    }

    private static SortedMap<Integer, Integer> steps(SpecNode node) {
        var steps = new TreeMap<Integer, Integer>();
        node.texts("steps").forEach((over, more) -> {
            try {
                steps.put(Integer.valueOf(over), Integer.valueOf(more));
            } catch (NumberFormatException e) {
                throw node.wrongValue("steps", "must be whole numbers, as in {0: 1, 20: 2}");
            }
        });
        if (!steps.isEmpty() && steps.firstKey() != 0) {
            throw node.wrongValue("steps", "must begin with 0, the threshold itself");
        }
        return steps;
    }

    private static List<String> pointers(SpecNode node, String key, List<String> otherwise) {
        var pointers = node.list(key);
        for (var pointer : pointers) {
            if (!pointer.startsWith("/") && !pointer.startsWith("attribute:")) {
                throw node.wrongValue(
                        key, "has '" + pointer + "'; a JSON pointer begins with /, an attribute with attribute:");
            }
        }
        return pointers.isEmpty() ? otherwise : pointers;
    }

    private Map<Tier, DeclaredTimes> declared() {
        var declared = new EnumMap<Tier, DeclaredTimes>(Tier.class);
        top.children("timeouts").forEach((name, node) -> {
            if (!Tier.names().contains(name)) {
                throw top.wrongValue("timeouts." + name, "is no tier; there are web and worker");
            }
            node.knowing("longestTask", "usualTask", "longestSilence", "messageAttributes");
            declared.put(
                    Tier.named(name),
                    new DeclaredTimes(
                            node.optionalText("longestTask"),
                            node.optionalText("usualTask"),
                            node.optionalText("longestSilence"),
                            node.list("messageAttributes")));
        });
        return declared;
    }

    private static SortedMap<String, String> over(SortedMap<String, String> base, Map<String, String> own) {
        var all = new TreeMap<>(base);
        all.putAll(own);
        return all;
    }
}
