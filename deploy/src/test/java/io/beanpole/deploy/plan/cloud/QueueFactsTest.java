package io.beanpole.deploy.plan.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked of CloudWatch about the queues of many workers. */
class QueueFactsTest {
    @Test
    void noQuestionHasMoreQueriesThanCloudWatchTakesAndNoneIsLost() {
        var names = IntStream.range(0, 601).mapToObj(i -> "queue-" + i).toList();

        var questions = QueueFacts.questions(names);

        assertThat(questions).extracting(List::size).containsExactly(500, 500, 202);
        var ids = new HashSet<String>();
        questions.forEach(question -> question.forEach(query -> ids.add(query.id())));
        assertThat(ids).hasSize(1202);
        assertThat(QueueFacts.questions(List.of())).isEmpty();
    }
}
