package io.beanpole.scaling.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricSearchTest {
    private static boolean finds(String search) {
        return MetricSearch.parse(search)
                .matches("AWS/SQS", "NumberOfMessagesSent", Map.of("QueueName", "beanpole-jobs-2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "{AWS/SQS,QueueName} MetricName=\"NumberOfMessagesSent\";true",
                "{\"AWS/SQS\", QueueName};true",
                "{AWS/SQS};false",
                "{AWS/SQS,QueueName,Other} Sent;false",
                "Messages Sent;true",
                "Messages Deleted;false",
                "jobs AND NOT Deleted;true",
                "Deleted OR (jobs sent);true",
                "MetricName=(\"a\" OR \"NumberOfMessagesSent\");true",
                "QueueName=jobs;true",
                "QueueName=\"jobs\";false",
                "QueueName=\"beanpole-jobs-2\" NOT MetricName=Sent;false"
            })
    void wordsMatchPartsAndQuotesTheWhole(String search, boolean found) {
        assertThat(finds(search)).isEqualTo(found);
    }

    @Test
    void aMistakeIsRefused() {
        assertThatThrownBy(() -> MetricSearch.parse(" ")).isInstanceOf(ScalingException.class);
        assertThatThrownBy(() -> MetricSearch.parse("a AND")).hasMessageContaining("where a word belongs");
        assertThatThrownBy(() -> MetricSearch.parse("(a")).hasMessageContaining("lacks a ')'");
        assertThatThrownBy(() -> MetricSearch.parse("a) b")).hasMessageContaining("too much");
        assertThatThrownBy(() -> MetricSearch.parse("(".repeat(1_000) + "a")).hasMessageContaining("nested");
        assertThatThrownBy(() -> MetricSearch.parse("a".repeat(2_000))).hasMessageContaining("characters long");
    }
}
