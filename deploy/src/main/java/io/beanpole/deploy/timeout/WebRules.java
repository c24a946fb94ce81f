package io.beanpole.deploy.timeout;

import io.beanpole.deploy.timeout.Contradiction.Rule;
import java.util.ArrayList;
import java.util.List;

/** Finds the contradictions among the times of a web environment; arithmetic only. */
public final class WebRules {
    private WebRules() {}

    /** All contradictions; none where everything fits, or where the application declares nothing. */
    public static List<Contradiction> check(WebTimes times) {
        var found = new ArrayList<Contradiction>();
        times.application().longestSilence().ifPresent(silence -> {
            times.balancerIdle()
                    .filter(idle -> idle.compareTo(silence) <= 0)
                    .ifPresent(idle -> found.add(new Contradiction(
                            Rule.BALANCER_BEFORE_APPLICATION,
                            "The load balancer closes a request that is silent for " + Seconds.words(idle)
                                    + ", and the application may be silent for " + Seconds.words(silence) + ".",
                            "The user gets a 504 for work that goes on.",
                            "Raise ConnectionSettingIdleTimeout (or IdleTimeout) above " + silence.toSeconds()
                                    + ", or let the application send something in between.")));
            if (times.proxy().isThere() && times.proxy().readTimeout().compareTo(silence) <= 0) {
                found.add(new Contradiction(
                        Rule.PROXY_BEFORE_APPLICATION,
                        "nginx closes a request that is silent for "
                                + Seconds.words(times.proxy().readTimeout())
                                + ", and the application may be silent for " + Seconds.words(silence) + ".",
                        "The user gets a 504 for work that goes on.",
                        "Add .platform/nginx/conf.d/timeouts.conf with proxy_read_timeout " + (silence.toSeconds() + 10)
                                + "s."));
            }
        });
        return List.copyOf(found);
    }
}
