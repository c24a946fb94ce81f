package io.beanpole.console.alarms;

import io.beanpole.deploy.alarm.BoardAlarm;
import java.util.Optional;

/**
 * One alarm as the board shows it.
 *
 * @param value what it measured last; empty where there is no data, or none was read yet
 */
record AlarmLine(BoardAlarm alarm, Standing standing, Optional<Double> value) {
    String name() {
        return alarm.name();
    }
}
