package io.beanpole.deploy.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.aws.QueryServer;
import io.beanpole.deploy.release.TickingClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What EC2 tells of instances, by the real client in EC2's own protocol. */
class PurchasesTest {
    private static final Pattern WANTED = Pattern.compile("Filter\\.1\\.Value\\.\\d+=(i-\\w+)");
    private static final String REFUSAL =
            "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform"
                    + " this operation.</Message></Error></Errors><RequestID>1</RequestID></Response>";

    /** The ids of each request. */
    private final List<List<String>> asked = new CopyOnWriteArrayList<>();

    private final QueryServer aws = new QueryServer(this::answer);
    private final Purchases purchases = new Purchases(aws.access(), new TickingClock(Duration.ofSeconds(100)));
    private volatile boolean refuses;

    @AfterEach
    void stop() {
        purchases.close();
        aws.close();
    }

    @Test
    void onlyWhatHasTheLifecycleOfSpotIsSpot() {
        assertThat(purchases.of(List.of("i-1", "i-2spot", "i-3gone")))
                .isEqualTo(Map.of("i-1", Purchase.ON_DEMAND, "i-2spot", Purchase.SPOT));
    }

    @Test
    void anInstanceIsAskedAboutOnce() {
        purchases.of(List.of("i-1"));
        purchases.of(List.of("i-1"));
        purchases.of(List.of("i-1", "i-2spot"));

        assertThat(asked).containsExactly(List.of("i-1"), List.of("i-2spot"));
        assertThat(purchases.of(List.of())).isEmpty();
    }

    @Test
    void aFilterTakesTwoHundred() {
        var many = IntStream.range(0, 450).mapToObj(number -> "i-" + number).toList();

        assertThat(purchases.of(many)).hasSize(450);
        assertThat(asked).extracting(List::size).containsExactly(200, 200, 50);
    }

    @Test
    void whoMayNotAskIsNotAskedForAgainForFiveMinutes() {
        refuse(true);
        assertThat(purchases.of(List.of("i-1"))).isEmpty();
        assertThat(asked).hasSize(1);

        refuse(false);
        assertThat(purchases.of(List.of("i-1"))).isEmpty();
        assertThat(purchases.of(List.of("i-1"))).isEmpty();
        assertThat(asked).hasSize(1);

        assertThat(purchases.of(List.of("i-1"))).containsEntry("i-1", Purchase.ON_DEMAND);
    }

    private void refuse(boolean now) {
        refuses = now;
        aws.answersWith(now ? 403 : 200);
    }

    private String answer(String body) {
        var ids = WANTED.matcher(URLDecoder.decode(body, StandardCharsets.UTF_8))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        asked.add(ids);
        return refuses ? REFUSAL : described(ids);
    }

    private static String described(List<String> ids) {
        return ids.stream()
                .filter(id -> !id.endsWith("gone"))
                .map(id -> "<item><instancesSet><item><instanceId>" + id + "</instanceId>"
                        + (id.endsWith("spot") ? "<instanceLifecycle>spot</instanceLifecycle>" : "")
                        + "</item></instancesSet></item>")
                .collect(Collectors.joining(
                        "",
                        "<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><reservationSet>",
                        "</reservationSet></DescribeInstancesResponse>"));
    }
}
