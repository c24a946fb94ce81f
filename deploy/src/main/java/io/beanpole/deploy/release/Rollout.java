package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Several environments rolled out side by side, followed until each has succeeded or failed. */
public final class Rollout {
    private static final int ENOUGH_IDLE_LOOKS = 20;

    private final List<EnvironmentRollout> environments;
    private final Duration interval;
    private int idleLooks;

    /** @param interval the pause between two looks */
    public Rollout(List<EnvironmentRollout> environments, Duration interval) {
        this.environments = environments;
        this.interval = interval;
    }

    /** Returns once every environment succeeded; anything else is an error that tells of each that did not. */
    public void await(Duration deadline) {
        if (!settle(deadline)) {
            throw failure("The deployment did not end within " + inWords(deadline) + ".");
        }
        if (!environments.stream().allMatch(environment -> environment.outcome() == Outcome.SUCCEEDED)) {
            throw failed();
        }
    }

    /** Returns once every environment was asked for what it needs first; the rest goes on by itself. */
    public void begin(Duration deadline) {
        var begun = followUntil(deadline, this::isBegun, "It was asked for without being followed.");
        if (has(Outcome.FAILED)) {
            throw failure("The deployment failed.");
        }
        if (!begun) {
            throw failure("Not every environment could be asked within " + inWords(deadline) + ".");
        }
    }

    /** Follows all to their ends, whichever these are; false if the deadline came first. */
    boolean settle(Duration deadline) {
        return followUntil(deadline, this::isSettled, "After " + inWords(deadline) + " it was not followed any more.");
    }

    /** The records that were closed, those of environments that were as planned already left out. */
    public List<DeploymentRecord> records() {
        return environments.stream()
                .flatMap(environment -> environment.record().stream())
                .toList();
    }

    /** How each that has not succeeded stands. */
    String accounts() {
        return environments.stream()
                .filter(environment -> environment.outcome() != Outcome.SUCCEEDED)
                .map(EnvironmentRollout::account)
                .collect(Collectors.joining("\n"));
    }

    boolean has(Outcome outcome) {
        return environments.stream().anyMatch(environment -> environment.outcome() == outcome);
    }

    private boolean followUntil(Duration deadline, BooleanSupplier end, String leaving) {
        var why = leaving;
        try {
            return new Patience(deadline, interval).await("the deployment, which goes on by itself,", end);
        } catch (DeployException e) {
            why = "It was not followed to its end. " + e.getMessage();
            throw e;
        } finally {
            for (var environment : environments) {
                environment.letGo(why);
            }
        }
    }

    private boolean isSettled() {
        environments.forEach(EnvironmentRollout::advance);
        return !has(Outcome.PENDING) || nobodyBringsWhatTheRestWaitsFor();
    }

    private boolean isBegun() {
        return isSettled() || environments.stream().noneMatch(EnvironmentRollout::isYetToBeAsked);
    }

    /** When the rest only waits for others, and these have ended, waiting on is of no use; a look may fail, though. */
    private boolean nobodyBringsWhatTheRestWaitsFor() {
        var isIdle = environments.stream()
                .filter(environment -> environment.outcome() == Outcome.PENDING)
                .allMatch(EnvironmentRollout::isWaitingForOthers);
        idleLooks = isIdle ? idleLooks + 1 : 0;
        return (isIdle && has(Outcome.FAILED)) || idleLooks > ENOUGH_IDLE_LOOKS;
    }

    /** One that can't be seen any more has not failed; how it ends is to be looked up later. */
    private DeployException failed() {
        var unseen = environments.stream()
                .filter(Rollout::isOutOfSight)
                .map(EnvironmentRollout::name)
                .toList();
        var othersAreWell =
                environments.stream().allMatch(each -> isOutOfSight(each) || each.outcome() == Outcome.SUCCEEDED);
        return othersAreWell
                ? new DeployException(
                        "The deployment could not be followed to its end.\n" + accounts(),
                        unseen.stream().map(Rollout::again).collect(Collectors.joining(" ")))
                : failure("The deployment failed.");
    }

    /** Whether something that it was asked for goes on, and nobody here can see how it ends. */
    private static boolean isOutOfSight(EnvironmentRollout environment) {
        return environment.isLost() && environment.isAsked();
    }

    /** How to follow what an environment is busy with, once it can be seen again. */
    static String again(String name) {
        return "./beanpole watch " + name + ", with --stage as here, follows it again.";
    }

    private DeployException failure(String verdict) {
        return new DeployException(
                verdict + "\n" + accounts(), "See ./beanpole logs ENVIRONMENT for what the instances said.");
    }

    /** A reason with its advice, to be put behind a subject and in front of a full stop. */
    static String sentence(DeployException reason) {
        var whole = reason.getMessage()
                + reason.suggestion().map(advice -> " " + advice).orElse("");
        return ": " + (whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole);
    }

    private static String inWords(Duration duration) {
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }
}
