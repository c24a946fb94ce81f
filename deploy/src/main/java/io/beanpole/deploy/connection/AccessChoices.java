package io.beanpole.deploy.connection;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.Profiles;
import io.beanpole.deploy.spec.StageSpec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a person chooses about the way to AWS for one command, over what deployment.yml says.
 *
 * @param profile of ~/.aws, in place of the stage's; its region counts, too, unless one is given
 * @param region in place of the stage's
 * @param commands hears of every call that changes something, as the {@code aws} command that does the same
 */
public record AccessChoices(
        @Nullable String profile,
        @Nullable String region,
        @Nullable Consumer<String> commands) {
    /** As deployment.yml says. */
    public static final AccessChoices NONE = new AccessChoices(null, null, null);

    /** The way to a stage in AWS. */
    AwsAccess toAws(StageSpec stage) {
        var chosen = profile;
        if (chosen == null) {
            var reached = region == null ? stage.region() : region;
            return heard(new AwsAccess(reached, stage.endpoint(), stage.profile(), null, stage.role()));
        }
        var reached = region == null ? Profiles.region(chosen).orElse(stage.region()) : region;
        return heard(new AwsAccess(reached, stage.endpoint(), chosen, null, stage.role()));
    }

    /** The way to a stage in the local cloud. */
    AwsAccess toLocalCloud(StageSpec stage, AwsAccess local) {
        if (profile != null || region != null) {
            throw new DeployException(
                    "Stage " + stage.name() + " is in the local cloud, which has one key and one region.",
                    "Leave out --profile and --region, or name another stage with --stage.");
        }
        return heard(local);
    }

    private AwsAccess heard(AwsAccess access) {
        return commands == null ? access : access.copyingTo(commands);
    }
}
