package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.ArrayList;
import java.util.List;

/** How many instances a deployment takes at a time (evidence: [D], reference 3.6). */
record Batches(int size) {

    /** A percentage is rounded up; a batch has at least one instance. */
    static Batches of(OptionSettings settings, int instances) {
        int number = settings.number(OptionName.COMMAND, "BatchSize", 100);
        boolean isFixed = settings.text(OptionName.COMMAND, "BatchSizeType")
                .filter("Fixed"::equals)
                .isPresent();
        int size = isFixed ? number : (instances * number + 99) / 100;
        return new Batches(Math.max(1, size));
    }

    <T> List<List<T>> split(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
        }
        return batches;
    }
}
