package io.beanpole.worker.protection;

import java.util.Collection;
import java.util.List;

/** The instances of our Auto Scaling groups, as far as their protection goes. */
interface GroupMembers {
    /**
     * An instance in its group.
     *
     * @param isProtected scale-in may not end it
     * @param isSettled its protection can be changed: it is in service or on standby, not coming or going
     */
    record Member(String id, String group, boolean isProtected, boolean isSettled) {}

    /**
     * Those of the named instances that are in a group now; the others are gone.
     *
     * @throws ProtectionException when nobody can tell
     */
    List<Member> find(Collection<String> ids);

    /**
     * Protects instances of one group from scale-in, or lets it end them again.
     *
     * @throws ProtectionException when it can't be done; some of them may have been changed
     */
    void protect(String group, Collection<String> ids, boolean isProtected);
}
