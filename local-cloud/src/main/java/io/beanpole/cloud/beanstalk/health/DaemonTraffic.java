package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.sqsd.MessageEvent;
import io.beanpole.cloud.sqsd.SqsdListener;
import io.beanpole.cloud.sqsd.SqsdLog;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Duration;

/** Counts a worker's POSTs as its requests, as AWS does from the proxy's log on the instance, beside the log. */
public final class DaemonTraffic implements SqsdListener {
    private final SqsdLog log;
    private final TrafficWindow traffic;

    public DaemonTraffic(SqsdLog log, TrafficWindow traffic) {
        this.log = log;
        this.traffic = traffic;
    }

    @Override
    public void message(MessageEvent event) {
        log.message(event);
    }

    @Override
    public void posted(int status, Duration took) {
        traffic.add(status, took);
    }

    @Override
    public void daemon(String category, String text) {
        log.daemon(category, text);
    }
}
