package io.beanpole.cloud.beanstalk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
    @ParameterizedTest
    @CsvSource({
        "Percentage, 100, 5, 5", "Percentage, 50, 5, 3", "Percentage, 1, 5, 1", "Percentage, 30, 10, 3",
        "Percentage, 31, 10, 4", "Fixed, 2, 5, 2", "Fixed, 9, 5, 9", "Percentage, 50, 0, 1"
    })
    void aPercentageIsRoundedUpAndABatchIsNeverEmpty(String type, String size, int instances, int expected) {
        OptionSettings settings = new OptionSettings(
                List.of(Map.of(OptionName.COMMAND, Map.of("BatchSizeType", type, "BatchSize", size))));

        assertThat(Batches.of(settings, instances).size()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 5", "2, 5, 3", "5, 5, 1", "9, 5, 1", "3, 0, 0"})
    void everyInstanceIsInExactlyOneBatch(int size, int instances, int batches) {
        List<Integer> all =
                java.util.stream.IntStream.range(0, instances).boxed().toList();

        List<List<Integer>> split = new Batches(size).split(all);

        assertThat(split).hasSize(batches);
        assertThat(split.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
    }
}
