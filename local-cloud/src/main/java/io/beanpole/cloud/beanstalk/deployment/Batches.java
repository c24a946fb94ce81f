package io.beanpole.cloud.beanstalk.deployment;

import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.ArrayList;
import java.util.List;

/** How many instances a deployment takes at a time (evidence: [D], reference 3.6). */
public record Batches(int size) {

    /** A percentage is rounded up; a batch has at least one instance. */
    public static Batches of(OptionSettings settings, int instances) {
        int number = settings.number(OptionName.COMMAND, "BatchSize", 100);
        boolean isFixed = settings.text(OptionName.COMMAND, "BatchSizeType")
                .filter("Fixed"::equals)
                .isPresent();
        int size = isFixed ? number : (instances * number + 99) / 100;
        return new Batches(Math.max(1, size));
    }

    /** Each of them once, in batches of that size; the last may be smaller. */
    public <T> List<List<T>> split(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
        }
        return batches;
    }
}
