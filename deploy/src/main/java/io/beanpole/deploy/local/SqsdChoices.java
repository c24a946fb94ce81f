package io.beanpole.deploy.local;

import java.util.List;

/**
 * How the daemons of the local cloud treat messages, where that is no option of an environment.
 *
 * @param profile which daemon's handling of failed messages is followed: 3.0.5-measured, 2.x or docs
 * @param prefetch whether messages are received ahead: guarded, off or as-on-aws
 * @param errorVisibilityAfterTimeouts whether a set ErrorVisibilityTimeout counts for timeouts, too
 * @param platformProxy whether the platform's nginx stands between sqsd and the application
 */
public record SqsdChoices(
        String profile, String prefetch, boolean errorVisibilityAfterTimeouts, boolean platformProxy) {
    List<String> arguments() {
        return List.of(
                "--sqsd-profile",
                profile,
                "--sqsd-prefetch",
                prefetch,
                "--sqsd-error-visibility-after-timeouts",
                errorVisibilityAfterTimeouts ? "on" : "off",
                "--platform-proxy",
                platformProxy ? "on" : "off");
    }
}
