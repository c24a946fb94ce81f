package io.beanpole.cloud.autoscaling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.Pace;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.wire.AwsError;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code POST /_beanpole/spot/interrupt?instance=i-…}: takes a Spot instance away as EC2 does. Its metadata says so two
 * minutes before (faster by the pace); then it gets SIGTERM and the group replaces it (evidence: [D], reference 5.6).
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html">Spot Instance
 *     interruption notices</a>
 */
final class SpotInterruptions implements HttpHandler {
    private static final Duration NOTICE = Duration.ofMinutes(2);
    private static final int BAD_METHOD = 405;
    private static final int ACCEPTED = 202;

    private final Groups groups;
    private volatile Pace pace = Pace.AS_ON_AWS;

    SpotInterruptions(Groups groups) {
        this.groups = groups;
    }

    void use(Pace next) {
        pace = next;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            Answers.sentence(exchange, BAD_METHOD, "Send POST /_beanpole/spot/interrupt?instance=i-...");
            return;
        }
        try {
            String id = instance(exchange)
                    .orElseThrow(() -> Refusals.invalid(
                            "The parameter instance is missing: POST /_beanpole/spot/interrupt?instance=i-..."));
            Instant at = interrupt(id);
            Answers.json(exchange, ACCEPTED, Map.of("instance", id, "action", "terminate", "time", at.toString()));
        } catch (AwsError e) {
            Answers.sentence(exchange, e.status(), Objects.toString(e.getMessage(), ""));
        }
    }

    /** Announces it; gives when the instance will be taken away. */
    private Instant interrupt(String id) {
        return groups.changed(groups.groupOf(id), group -> {
            GroupMember member = group.member(id).orElseThrow(() -> Refusals.noInstance(id));
            if (!member.isSpot()) {
                throw Refusals.invalid("Instance " + id + " is on demand, which nobody takes away. Set EnableSpot of"
                        + " aws:ec2:instances to true, or interrupt a Spot instance of ./beanpole status --json.");
            }
            if (member.state().isTerminating()) {
                throw Refusals.invalid("Instance " + id + " is being ended already.");
            }
            Instant known = member.interruption();
            Instant at = known == null ? group.now().plus(pace.of(NOTICE)) : known;
            member.willBeInterrupted(at);
            group.behind().ifPresent(running -> running.warnOfInterruption(id, at));
            group.reconcile(Change.REPLACEMENT, "");
            return at;
        });
    }

    private static Optional<String> instance(HttpExchange exchange) {
        String query = Objects.toString(exchange.getRequestURI().getRawQuery(), "");
        return Arrays.stream(query.split("&"))
                .filter(each -> each.startsWith("instance="))
                .map(each -> URLDecoder.decode(each.substring("instance=".length()), StandardCharsets.UTF_8))
                .filter(each -> !each.isEmpty())
                .findFirst();
    }
}
