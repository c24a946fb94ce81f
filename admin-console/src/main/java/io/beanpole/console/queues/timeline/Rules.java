package io.beanpole.console.queues.timeline;

import io.beanpole.console.control.Tone;
import io.beanpole.deploy.local.ToldMessage;
import java.util.Locale;

/** The rules and states of the local cloud's timelines as people read them. */
final class Rules {
    private Rules() {}

    /** A rule in words: "Closed then posted again". */
    static String words(String rule) {
        var words = rule.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** How good or bad an event is for its message. */
    static Tone tone(ToldMessage.Event event) {
        if (event.deadLetteredAt() != null || event.rule().equals("EXPIRED")) {
            return Tone.BAD;
        }
        if (event.rule().startsWith("DELETED")) {
            return Tone.GOOD;
        }
        return event.visibleAgainAt() != null && !isProgress(event.rule()) ? Tone.WARNING : Tone.NOTICE;
    }

    /** How good or bad a message's state is: in work, waiting, done, dead-lettered, expired. */
    static Tone tone(ToldMessage.InShort message) {
        return switch (message.state()) {
            case ToldMessage.InShort.DONE -> Tone.GOOD;
            case ToldMessage.InShort.IN_WORK -> Tone.NOTICE;
            case ToldMessage.InShort.DEAD_LETTERED, ToldMessage.InShort.EXPIRED -> Tone.BAD;
            default -> message.receives() > 0 ? Tone.WARNING : Tone.IDLE;
        };
    }

    private static boolean isProgress(String rule) {
        return rule.equals("RECEIVED") || rule.equals("POSTED");
    }
}
