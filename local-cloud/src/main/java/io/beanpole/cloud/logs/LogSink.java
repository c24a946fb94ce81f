package io.beanpole.cloud.logs;

import java.util.List;

/** Where services of this cloud write the logs of what they run; groups and streams are made as they are needed. */
public interface LogSink {
    /** Appends lines, all of this moment, to a stream. */
    void put(String group, String stream, List<String> lines);

    /** Says for how many days the events of a group are kept; makes the group when it isn't there. */
    void keep(String group, int days);

    /** Deletes the group with all that is in it, if it is there. */
    void delete(String group);
}
