package io.beanpole.web.lane;

import io.beanpole.task.LaneStore;
import io.beanpole.task.Task;
import io.beanpole.web.WebProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts tasks that waited too long into the next more urgent lane, a few at a time. */
@Component
class StarvationGuard {
    private static final Logger LOG = LoggerFactory.getLogger(StarvationGuard.class);

    private final LaneStore moves;
    private final Lanes lanes;
    private final TaskSender sender;
    private final TransactionTemplate transactions;
    private final WebProperties.Promote promote;

    StarvationGuard(
            LaneStore moves,
            Lanes lanes,
            TaskSender sender,
            TransactionTemplate transactions,
            WebProperties properties) {
        this.moves = moves;
        this.lanes = lanes;
        this.sender = sender;
        this.transactions = transactions;
        this.promote = properties.promote();
    }

    /** Promotes who has waited too long; of several web instances one does it at a time. */
    @Scheduled(fixedDelay = 5, initialDelay = 7, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (promote.after().isEmpty() || promote.most() == 0) {
            return;
        }
        List<Task> promoted = transactions.execute(transaction -> promoted());
        // Their rows are committed; what a crash leaves unsent here is the sweep's.
        promoted.forEach(sender::send);
    }

    private List<Task> promoted() {
        List<Task> all = new ArrayList<>();
        if (!moves.takePromotionTurn()) {
            return all;
        }
        for (Map.Entry<String, Duration> rule : promote.after().entrySet()) {
            lanes.above(rule.getKey()).ifPresent(above -> {
                List<Task> some = moves.promote(rule.getKey(), above, rule.getValue(), promote.most());
                if (!some.isEmpty()) {
                    LOG.info(
                            "Promoted: {} tasks waited longer than {} s in {} and are in {} now.",
                            some.size(),
                            rule.getValue().toSeconds(),
                            rule.getKey(),
                            above);
                }
                all.addAll(some);
            });
        }
        return all;
    }
}
