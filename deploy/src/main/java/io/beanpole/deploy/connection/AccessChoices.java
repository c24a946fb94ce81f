package io.beanpole.deploy.connection;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.Profiles;
import io.beanpole.deploy.spec.StageSpec;
import java.util.Objects;
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
        return heard(new AwsAccess(region(stage), stage.endpoint(), profile(stage), null, stage.role()));
    }

    /**
     * Whether what was chosen takes a command that names one stage to where another one is. A role of the stage that is
     * named decides over the profile, because it is what acts.
     */
    public boolean leadFrom(StageSpec stage, StageSpec other) {
        var hasOtherProfile = !Objects.equals(profile(stage), stage.profile());
        var hasOtherRegion = !region(stage).equals(stage.region());
        return (hasOtherProfile || hasOtherRegion)
                && !stage.localCloud()
                && !other.localCloud()
                && Objects.equals(stage.endpoint(), other.endpoint())
                && Objects.equals(profile(stage), other.profile())
                && (stage.role() == null || stage.role().equals(other.role()))
                && (hasOtherProfile || region(stage).equals(other.region()));
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

    private @Nullable String profile(StageSpec stage) {
        return profile == null ? stage.profile() : profile;
    }

    private String region(StageSpec stage) {
        if (region != null) {
            return region;
        }
        return profile == null ? stage.region() : Profiles.region(profile).orElse(stage.region());
    }

    private AwsAccess heard(AwsAccess access) {
        return commands == null ? access : access.copyingTo(commands);
    }
}
