package io.beanpole.web.task;

import io.beanpole.task.LaneMove;
import io.beanpole.task.LaneStore;
import io.beanpole.task.Task;
import io.beanpole.task.TaskState;
import io.beanpole.web.WebException;
import io.beanpole.web.account.Account;
import io.beanpole.web.lane.Lanes;
import io.beanpole.web.lane.TaskSender;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Puts a waiting task into another lane and has it sent there. */
@Service
class LaneChanges {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"r(\\d{1,18})\"");

    private final LaneStore moves;
    private final Lanes lanes;
    private final TaskSender sender;

    LaneChanges(LaneStore moves, Lanes lanes, TaskSender sender) {
        this.moves = moves;
        this.lanes = lanes;
        this.sender = sender;
    }

    /**
     * Moves a task, or says why it can't be moved.
     *
     * @param ifMatch the tag of the state that the caller has seen; null or {@code *} for whatever it is now
     */
    Task move(Account owner, UUID id, String lane, @Nullable String ifMatch) {
        Long revision = revision(ifMatch);
        LaneMove move = moves.move(owner.id(), id, lanes.checked(lane), revision);
        if (move instanceof LaneMove.Done done) {
            if (done.isNews()) {
                sender.send(done.task());
            }
            return done.task();
        }
        throw refusal(id, move, revision != null);
    }

    private static WebException refusal(UUID id, LaneMove move, boolean isConditional) {
        if (move instanceof LaneMove.TooLate late) {
            return tooLate(late.task());
        }
        if (move instanceof LaneMove.Changed changed) {
            return changed(changed.task(), isConditional);
        }
        return WebException.notFound("task " + id);
    }

    private static WebException changed(Task task, boolean isConditional) {
        String now = "it is " + task.state() + " in " + task.lane() + ".";
        return isConditional
                ? new WebException(
                        HttpStatus.PRECONDITION_FAILED,
                        "This task has changed since it was read: " + now + " Read it again.")
                : new WebException(
                        HttpStatus.CONFLICT,
                        "This task changes its lane again and again just now: " + now + " Ask once more if need be.");
    }

    private static WebException tooLate(Task task) {
        String why = task.state() == TaskState.RUNNING
                ? "a worker has begun it in " + task.lane() + ", and it goes on there"
                : "it has ended: " + task.state();
        return new WebException(HttpStatus.CONFLICT, "Only a task that waits can change its lane; " + why + ".");
    }

    private static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        // A tag that we never gave matches nothing.
        return tag.matches() ? Long.valueOf(tag.group(1)) : Long.valueOf(-1);
    }
}
