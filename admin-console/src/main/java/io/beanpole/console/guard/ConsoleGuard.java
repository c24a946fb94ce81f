package io.beanpole.console.guard;

import io.beanpole.console.notice.Notices;
import io.beanpole.console.words.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The guard of one connection: read-only, away, short of a right, or asked about in the window. In production the
 * subject's name is typed before anything is done.
 */
public final class ConsoleGuard implements Guard {
    private final ObservableValue<GuardedPlace> place;
    private final ConfirmationViewModel confirmation;
    private final Notices notices;
    private final Map<Deed, ReadOnlyStringWrapper> reasons = new EnumMap<>(Deed.class);
    private Set<String> missing = Set.of();

    /**
     * @param place the connection, which a person may rename or treat otherwise while it is open
     * @param notices told why nothing is asked
     */
    public ConsoleGuard(ObservableValue<GuardedPlace> place, ConfirmationViewModel confirmation, Notices notices) {
        this.place = place;
        this.confirmation = confirmation;
        this.notices = notices;
        Arrays.stream(Deed.values())
                .forEach(deed -> reasons.put(deed, new ReadOnlyStringWrapper(this, deed.name(), reason(deed))));
        place.addListener((property, before, now) -> weigh());
    }

    @Override
    public ReadOnlyStringProperty whyNot(Deed deed) {
        return wrapper(deed).getReadOnlyProperty();
    }

    /** Where nothing can be changed nothing is asked, whichever control was forgotten; the person reads why. */
    @Override
    public void ask(Question question, Runnable then) {
        var now = place.getValue();
        var forbidden = forbidden(now);
        if (!forbidden.isEmpty()) {
            notices.tell(Words.of("frame.guard.not-asked", question.title(), forbidden));
            return;
        }
        var typed = question.isTyped() || now.kind() == CloudKind.PRODUCTION;
        confirmation.ask(new Asked(question, now.name(), now.kind(), typed, then));
    }

    /** These actions of IAM are known to be missing from now on. */
    public void lacks(Collection<String> rights) {
        missing = Set.copyOf(rights);
        weigh();
    }

    /** Every right that a deed of the console needs. */
    public static List<String> rightsOfAllDeeds() {
        return Arrays.stream(Deed.values())
                .flatMap(deed -> deed.rights().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void weigh() {
        reasons.forEach((deed, why) -> why.set(reason(deed)));
    }

    private String reason(Deed deed) {
        var now = place.getValue();
        var forbidden = forbidden(now);
        if (!forbidden.isEmpty()) {
            return forbidden;
        }
        var lacking = deed.rights().stream().filter(missing::contains).toList();
        return lacking.isEmpty()
                ? ""
                : Words.of("frame.guard.right", String.join(Words.of("frame.and"), lacking), now.name());
    }

    /** Why nothing at all can be changed there; empty when something can. */
    private static String forbidden(GuardedPlace place) {
        if (place.isReadOnly()) {
            return Words.of("frame.guard.read-only", place.name());
        }
        return place.isThere() ? "" : Words.of("frame.guard.absent", place.name());
    }

    private ReadOnlyStringWrapper wrapper(Deed deed) {
        return reasons.computeIfAbsent(deed, unknown -> new ReadOnlyStringWrapper(this, unknown.name(), ""));
    }
}
