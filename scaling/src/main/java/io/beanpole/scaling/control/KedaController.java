package io.beanpole.scaling.control;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;

/**
 * The rule of KEDA's scaler of SQS queues, put on a group of instances: so many that each has no more than a number of
 * messages, those in flight with them; looked at every 30 s; down only to the largest of the last five minutes, which is
 * the stabilisation of Kubernetes' autoscaler. It doesn't choose whom to end.
 *
 * @see <a href="https://keda.sh/docs/latest/scalers/aws-sqs/">KEDA, AWS SQS queue</a>
 */
public final class KedaController implements CapacityController {
    /** KEDA's default of {@code queueLength}: what one is meant to have. */
    public static final int QUEUE_LENGTH = 5;

    private static final Duration POLLING = Duration.ofSeconds(30);
    private static final Duration STABILISATION = Duration.ofSeconds(300);

    private final int messagesEach;
    private final HeldPeak held = new HeldPeak(STABILISATION);

    public KedaController(int messagesEach) {
        if (messagesEach < 1) {
            throw new ScalingException("KEDA's queueLength is " + messagesEach + "; it must be 1 or more.");
        }
        this.messagesEach = messagesEach;
    }

    @Override
    public String name() {
        return "keda";
    }

    @Override
    public Duration interval() {
        return POLLING;
    }

    @Override
    public ControlDecision decide(Observation seen) {
        int messages = seen.visible() + seen.inFlight();
        int wanted = (messages + messagesEach - 1) / messagesEach;
        int kept = seen.size().clamp(held.with(seen.at(), wanted));
        return new ControlDecision(
                kept,
                0,
                messages + " messages at " + messagesEach + " each are " + wanted
                        + " instances; the largest of the last " + STABILISATION.toMinutes()
                        + " minutes within the bounds is " + kept + ".");
    }
}
