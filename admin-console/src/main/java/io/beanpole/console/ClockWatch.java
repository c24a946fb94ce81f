package io.beanpole.console;

import io.beanpole.console.notice.Notices;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.aws.CloudClock;
import java.util.Optional;

/** Says so in a banner while this machine's clock isn't the cloud's, which all times of the window are then of. */
final class ClockWatch {
    private final CloudClock clock;
    private final Notices notices;
    private Optional<String> said = Optional.empty();

    ClockWatch(CloudClock clock, Notices notices) {
        this.clock = clock;
        this.notices = notices;
    }

    /** Says what is new; a banner that a person put away comes back only with another difference. */
    void look() {
        var remark = clock.remark();
        if (remark.equals(said)) {
            return;
        }
        said = remark;
        var source = Words.of("frame.clock");
        remark.ifPresentOrElse(sentence -> notices.problem(source, sentence), () -> notices.recovered(source));
    }
}
