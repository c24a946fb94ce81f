package io.beanpole.console.control;

import io.beanpole.deploy.scaling.AlarmSummary;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** How good or bad something is. Each tone has a shape as well as a colour, for those who tell colours apart badly. */
public enum Tone {
    GOOD(Feather.CHECK_CIRCLE),
    NOTICE(Feather.INFO),
    WARNING(Feather.ALERT_TRIANGLE),
    BAD(Feather.ALERT_OCTAGON),
    IDLE(Feather.MINUS_CIRCLE);

    private final Feather icon;

    Tone(Feather icon) {
        this.icon = icon;
    }

    public Feather icon() {
        return icon;
    }

    /** The class under which the stylesheet knows it. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /** The tone of a health status of Elastic Beanstalk: Ok, Info, Warning, Degraded, Severe, Pending ... */
    public static Tone ofHealth(String healthStatus) {
        return switch (healthStatus) {
            case "Ok" -> GOOD;
            case "Info" -> NOTICE;
            case "Warning" -> WARNING;
            case "Degraded", "Severe" -> BAD;
            default -> IDLE;
        };
    }

    /** The tone of an environment's status: Ready, Updating, Launching, Terminating ... */
    public static Tone ofStatus(String status) {
        return switch (status) {
            case "Ready" -> GOOD;
            case "Launching", "Updating", "LinkingFrom", "LinkingTo" -> NOTICE;
            case "Terminating" -> WARNING;
            default -> IDLE;
        };
    }

    /** The tone of an event's severity: FATAL, ERROR, WARN, INFO, DEBUG, TRACE. */
    public static Tone ofSeverity(String severity) {
        return switch (severity) {
            case "FATAL", "ERROR" -> BAD;
            case "WARN" -> WARNING;
            case "INFO" -> NOTICE;
            default -> IDLE;
        };
    }

    /** The tone of an alarm; one that shrinks an idle lane is only worth a notice. */
    public static Tone ofAlarm(AlarmSummary alarm) {
        return switch (alarm.state()) {
            case "OK" -> GOOD;
            case "ALARM" -> alarm.isRaised() ? BAD : NOTICE;
            default -> IDLE;
        };
    }

    /** The tone of an instance's deployment: In Progress, Deployed, Failed. */
    public static Tone ofDeployment(String status) {
        return switch (status) {
            case "Deployed" -> GOOD;
            case "In Progress" -> NOTICE;
            case "Failed" -> BAD;
            default -> IDLE;
        };
    }
}
