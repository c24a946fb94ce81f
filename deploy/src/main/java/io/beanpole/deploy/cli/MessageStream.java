package io.beanpole.deploy.cli;

import io.beanpole.deploy.Patience;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.local.LocalCloudConsole;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What happens to the messages of a queue, from now on. */
record MessageStream(LocalCloudConsole console, String queue, Progress progress) {
    /** The local cloud itself waits for news, so this hardly does. */
    private static final Patience FOLLOWING = Patience.whileAsked(Duration.ofMillis(50));

    /**
     * Passes each event on until the local cloud ends or a person ends it.
     *
     * @param last how many events of the past to begin with
     */
    void follow(int last, Consumer<JsonNode> event) {
        progress.say("Following the messages of " + queue + "; Ctrl-C ends it.");
        var newest = console.messageEvents(queue, -1).path("next").asLong();
        var after = new AtomicLong(Math.max(0, newest - last));
        FOLLOWING.await("messages", () -> {
            var answer = console.messageEvents(queue, after.get());
            if (answer.path("missed").asLong() > 0) {
                progress.say(answer.path("missed").asLong() + " events are not kept any more.");
            }
            answer.path("events").forEach(event);
            after.set(answer.path("next").asLong());
            return false;
        });
    }
}
