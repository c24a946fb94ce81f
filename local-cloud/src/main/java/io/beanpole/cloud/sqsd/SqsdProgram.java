package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.sqsd.queue.QueueAccess;
import io.beanpole.cloud.sqsd.queue.QueueFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The daemon as a process of its own, which drains on SIGTERM and SIGINT. Its log goes to standard output; the access
 * key comes from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
 */
public final class SqsdProgram {
    /** The last long poll, and giving back what it brought. */
    private static final Duration LAST_POLL = Duration.ofSeconds(25);

    private SqsdProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        SqsdOptions options;
        QueueAccess access;
        try {
            options = SqsdOptions.parse(List.of(arguments));
            access = options.access(System.getenv());
        } catch (SqsdOptions.UsageException | QueueFailure e) {
            refuse(e);
            return;
        }
        SqsdLog log = new SqsdLog(System.out::println, Clock.systemUTC());
        Sqsd sqsd = new Sqsd(
                options.settings(), access, options.isVerbose() ? log : new FailuresOnly(log), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sqsd, options.drain()), "sqsd-stop"));
        sqsd.start();
        new CountDownLatch(1).await();
    }

    private static void refuse(CloudException e) {
        System.err.println(e.getMessage());
        System.exit(2);
    }

    private static void end(Sqsd sqsd, Duration drain) {
        try {
            sqsd.stop(drain);
            sqsd.awaitEnd(LAST_POLL);
            System.out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the daemon logs when it is not verbose: a success is no news. */
    private record FailuresOnly(SqsdLog log) implements SqsdListener {
        @Override
        public void message(MessageEvent event) {
            boolean isNews = switch (event.rule()) {
                case RECEIVED, POSTED, DELETED_ON_200 -> false;
                default -> true;
            };
            if (isNews) {
                log.message(event);
            }
        }

        @Override
        public void posted(int status, Duration took) {}

        @Override
        public void daemon(String category, String text) {
            log.daemon(category, text);
        }
    }
}
