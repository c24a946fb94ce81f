package io.beanpole.worker.protection;

import java.util.Collection;
import java.util.List;

/** The instances of our Auto Scaling groups, as far as their protection goes. */
interface GroupMembers {
    /**
     * An instance in its group.
     *
     * @param isProtected scale-in may not end it
     */
    record Member(String id, String group, boolean isProtected) {}

    /** Those of the named instances that are in a group now; the others are gone. */
    List<Member> find(Collection<String> ids);

    /** Lets scale-in end instances of one group again. */
    void letGo(String group, Collection<String> ids);
}
