package io.beanpole.deploy.rights;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Rights as AWS's refusals tell them: nothing is asked in advance, so nothing is forbidden that may be allowed. */
public final class AwsRights implements Rights {
    private final LearnedRights learned;

    /** @param learned hears of the calls of the same connection */
    public AwsRights(LearnedRights learned) {
        this.learned = learned;
    }

    @Override
    public Set<String> missing(Collection<String> actions) {
        return actions.stream().filter(learned::isMissing).collect(Collectors.toUnmodifiableSet());
    }
}
