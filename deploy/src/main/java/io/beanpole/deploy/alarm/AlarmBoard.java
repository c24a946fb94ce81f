package io.beanpole.deploy.alarm;

import io.beanpole.deploy.scaling.AlarmTransition;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The alarms on queues and groups of a connection's environments, with their history, and who looks after each. */
public interface AlarmBoard {
    /** Every alarm that concerns an environment here, by environment and name. */
    List<BoardAlarm> all();

    /** What the alarms measure now, by the alarm's name; one without data is left out. CloudWatch charges per metric. */
    Map<String, Double> values();

    /** How an alarm changed state in a stretch of time, oldest first; CloudWatch keeps two weeks. */
    List<AlarmTransition> history(String alarmName, Instant from, Instant to);

    /**
     * Keeps what a person changed, for everybody.
     *
     * @param seen what they looked at
     * @param wanted what they made of it
     * @return what is kept now, others' changes of other parts with it
     * @throws io.beanpole.deploy.DeployException when another person changed the same thing meanwhile
     */
    AlarmCare save(AlarmCare seen, AlarmCare wanted);
}
