package io.beanpole.deploy.lane.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.lane.setup.LaneChange.Done;
import io.beanpole.deploy.spec.LaneScaling;
import io.beanpole.deploy.spec.LaneSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a lane gets a queue of its own, and that it never comes without a dead-letter queue. */
class QueueSetupTest {
    private static final Patience QUICK = new Patience(Duration.ofMillis(200), Duration.ofMillis(1));

    private final LateQueues queues = new LateQueues();

    @Test
    void aNewQueueUsesItsDeadLetterQueueAlthoughSqsDoesNotKnowThatOneForAWhile() {
        queues.unknownFor = 3;

        var changes = make(new QueueSetup(queues, QUICK, false));

        assertThat(changes).extracting(LaneChange::done).containsExactly(Done.CREATED, Done.CREATED);
        assertThat(queues.made.get("url:jobs"))
                .containsEntry(
                        "RedrivePolicy", "{\"deadLetterTargetArn\":\"arn:jobs-dead-letters\",\"maxReceiveCount\":5}");
    }

    @Test
    void aQueueWhoseDeadLetterQueueHasNoArnIsNotMade() {
        queues.unknownFor = Integer.MAX_VALUE;
        var told = new ArrayList<LaneChange>();

        assertThatThrownBy(() -> new QueueSetup(queues, QUICK, false).make(target(), "jobs", told::add))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("SQS tells no ARN of the dead-letter queue jobs-dead-letters");
        assertThat(queues.made).containsOnlyKeys("url:jobs-dead-letters");
        assertThat(told)
                .as("what was made is told although the next step failed")
                .extracting(LaneChange::resource)
                .containsExactly("queue jobs-dead-letters");
    }

    @Test
    void aDryRunTellsOfTheRedrivePolicyAndMakesNothing() {
        var changes = make(new QueueSetup(queues, QUICK, true));

        assertThat(changes.get(1).message()).contains("the new queue jobs-dead-letters");
        assertThat(queues.made).isEmpty();
    }

    @Test
    void aSecondTimeNothingIsLeftToDo() {
        var setup = new QueueSetup(queues, QUICK, false);
        make(setup);

        assertThat(make(setup)).extracting(LaneChange::done).containsExactly(Done.KEPT, Done.KEPT);
    }

    private static List<LaneChange> make(QueueSetup setup) {
        var changes = new ArrayList<LaneChange>();
        setup.make(target(), "jobs", changes::add);
        return changes;
    }

    private static LaneTarget target() {
        var scaling = new LaneScaling(10, 1, 5, 60, 1, 4, new TreeMap<>(Map.of(0, 1)));
        return new LaneTarget(
                "standard",
                "standard-env",
                new LaneSpec(Optional.of("jobs"), new TreeMap<>(), new TreeMap<>(), scaling),
                scaling,
                5);
    }

    /** Queues in memory that answer for a queue only from a certain question on, as SQS does with new ones. */
    private static final class LateQueues implements QueueStore {
        private final SortedMap<String, SortedMap<String, String>> made = new TreeMap<>();
        private int unknownFor;

        @Override
        public Optional<String> find(String name) {
            return Optional.of("url:" + name).filter(made::containsKey);
        }

        @Override
        public String create(String name, SortedMap<String, String> attributes) {
            var all = new TreeMap<>(attributes);
            all.put("QueueArn", "arn:" + name);
            made.put("url:" + name, all);
            return "url:" + name;
        }

        @Override
        public Optional<Map<String, String>> attributes(String url) {
            return unknownFor-- > 0 ? Optional.empty() : Optional.ofNullable(made.get(url));
        }

        @Override
        public void set(String url, SortedMap<String, String> attributes) {
            made.get(url).putAll(attributes);
        }
    }
}
