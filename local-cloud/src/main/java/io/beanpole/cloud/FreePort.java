package io.beanpole.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that has to be told its port and opens it later. It comes from below the range of which the system
 * gives ports to whoever doesn't care (32768 and up on Linux, 49152 and up elsewhere), so that none of those takes it
 * meanwhile; and by chance, so that no two that look at the same time find the same.
 */
public final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int BOUND = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /**
     * One that nobody listens at on the loopback address.
     *
     * @throws CloudException when a hundred tries found none
     */
    public static int next() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BOUND);
            try (ServerSocket look = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return look.getLocalPort();
            } catch (IOException e) {
                // taken; the next is another
            }
        }
        throw new CloudException("Found no free port of 127.0.0.1 between " + LOWEST + " and " + BOUND
                + " in a hundred tries. End programs that hold many ports.");
    }
}
