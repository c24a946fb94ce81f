package io.beanpole.worker.sqsd;

import io.beanpole.task.Delivery;
import io.beanpole.task.message.TaskMessage;
import io.beanpole.task.message.TaskMessages;
import io.beanpole.task.message.UnreadableMessageException;
import io.beanpole.worker.run.TaskRunner;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where sqsd delivers a message; 200 lets it go, {@link SqsdErrors} has the other answers. */
@RestController
class SqsdController {
    /** What SQS itself allows. */
    private static final int LONGEST_MESSAGE = 1 << 20;

    private final TaskRunner runner;

    SqsdController(TaskRunner runner) {
        this.runner = runner;
    }

    @PostMapping("/")
    String deliver(HttpServletRequest request, @RequestHeader HttpHeaders all) throws IOException {
        SqsdHeaders headers = SqsdHeaders.of(all);
        try (MDC.MDCCloseable message = MDC.putCloseable("message", headers.messageId())) {
            // Read here, since Spring would take a body sent as a form apart.
            TaskMessage task = TaskMessages.read(body(request));
            runner.run(new Delivery(task.id(), task.lane(), task.generation()), headers.receiveCount());
            return "done";
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_MESSAGE + 1);
        if (body.length > LONGEST_MESSAGE) {
            throw new UnreadableMessageException("Tried to read a task message, but it is longer than "
                    + LONGEST_MESSAGE + " bytes, which no message of ours is.");
        }
        return body;
    }
}
