package io.beanpole.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the web tier, from Elastic Beanstalk's environment properties ({@code WEB_…}).
 *
 * @param lanes queue URL of each lane, by its name
 * @param laneOrder names of the lanes, urgent first; empty for the order of the alphabet
 * @param promote who moves up by having waited
 * @param clipBucket S3 bucket of uploads and results
 * @param maxUpload the largest clip
 * @param maxAttempts how many workers may stop over one task before it fails
 * @param signUp whether anybody may make an account
 * @param demo an account to make at start; only the local stage has one
 */
@Validated
@ConfigurationProperties("web")
public record WebProperties(
        @NotEmpty Map<String, URI> lanes,
        @DefaultValue List<String> laneOrder,
        @DefaultValue Promote promote,
        @NotBlank String clipBucket,
        @DefaultValue("2GB") DataSize maxUpload,
        @DefaultValue("5") @Positive int maxAttempts,
        @DefaultValue("false") boolean signUp,
        @Nullable Demo demo) {

    public WebProperties {
        lanes = Map.copyOf(lanes);
        laneOrder = List.copyOf(
                laneOrder.isEmpty() ? lanes.keySet().stream().sorted().toList() : laneOrder);
        requireAll("WEB_LANE_ORDER", lanes.keySet(), laneOrder);
        requireKnown("WEB_PROMOTE_AFTER_...", lanes.keySet(), promote.after().keySet());
    }

    private static void requireAll(String property, Set<String> lanes, List<String> order) {
        if (order.size() != lanes.size() || !Set.copyOf(order).equals(lanes)) {
            throw new IllegalArgumentException("The web tier can't start: set " + property
                    + " to each of the lanes once, urgent first; the lanes are " + new TreeSet<>(lanes) + ".");
        }
    }

    private static void requireKnown(String property, Set<String> lanes, Set<String> named) {
        if (!lanes.containsAll(named)) {
            throw new IllegalArgumentException("The web tier can't start: " + property + " names "
                    + new TreeSet<>(named) + ", but the lanes are " + new TreeSet<>(lanes) + ".");
        }
    }

    /**
     * Tasks that waited too long in a lane come into the next more urgent one, so that a lane that never gets empty
     * starves nobody.
     *
     * @param after how long one waits for that, by the name of the lane; a lane without it promotes nobody
     * @param most how many come into one lane in a minute, so that they don't drown those who are urgent by themselves
     */
    public record Promote(
            @DefaultValue Map<String, Duration> after,
            @DefaultValue("6") @PositiveOrZero int most) {
        public Promote {
            after.forEach((lane, wait) -> {
                if (wait.isNegative() || wait.isZero()) {
                    throw new IllegalArgumentException("The web tier can't start: WEB_PROMOTE_AFTER_"
                            + lane.toUpperCase(Locale.ROOT) + " is " + wait
                            + "; set it to a duration above zero such as 30m, or leave it out to promote nobody.");
                }
            });
        }
    }

    /**
     * The account of a local stage.
     *
     * @param token an API token of it
     */
    public record Demo(
            @NotBlank String user,
            @NotBlank String password,
            @NotBlank String token) {}
}
