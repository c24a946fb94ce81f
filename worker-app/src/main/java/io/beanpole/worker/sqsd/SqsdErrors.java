package io.beanpole.worker.sqsd;

import io.beanpole.task.message.UnreadableMessageException;
import io.beanpole.worker.run.NotNowException;
import io.beanpole.worker.run.UnknownTaskException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where a fault becomes an answer to sqsd: anything but 200 has the message delivered again. */
@RestControllerAdvice(assignableTypes = SqsdController.class)
class SqsdErrors {
    private static final Logger LOG = LoggerFactory.getLogger(SqsdErrors.class);

    /** Ends in the dead-letter queue, where a person sees it. */
    @ExceptionHandler({UnreadableMessageException.class, UnknownTaskException.class})
    ResponseEntity<String> notOurs(RuntimeException e, HttpServletRequest request) {
        LOG.warn("Message {} is refused: {}", request.getHeader("X-Aws-Sqsd-Msgid"), e.getMessage());
        return answer(HttpStatus.BAD_REQUEST, e);
    }

    @ExceptionHandler
    ResponseEntity<String> later(NotNowException e) {
        LOG.info("{}", e.getMessage());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, e);
    }

    @ExceptionHandler
    ResponseEntity<String> fault(Exception e, HttpServletRequest request) {
        LOG.error("Message {} could not be done this time.", request.getHeader("X-Aws-Sqsd-Msgid"), e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, e);
    }

    private static ResponseEntity<String> answer(HttpStatus status, Exception e) {
        return ResponseEntity.status(status).body(String.valueOf(e.getMessage()));
    }
}
