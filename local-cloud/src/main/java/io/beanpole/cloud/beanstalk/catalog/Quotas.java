package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.wire.AwsError;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** How many there can be of each thing in one account and region: AWS's defaults (General Reference: quotas) [D]. */
public final class Quotas {
    static final int APPLICATIONS = 75;
    static final int VERSIONS = 1_000;
    static final int ENVIRONMENTS = 200;
    static final int TEMPLATES = 2_000;
    static final int CUSTOM_PLATFORMS = 0;
    static final int TAGS = 50;

    private Quotas() {}

    /** Refuses one environment more than there can be. */
    public static void refuseEnvironmentBeyond(long present) {
        refuseBeyond(
                present,
                ENVIRONMENTS,
                "environments",
                software.amazon.awssdk.services.elasticbeanstalk.model.TooManyEnvironmentsException.class);
    }

    static void refuseBeyond(long present, int most, String what, Class<? extends AwsServiceException> error) {
        if (present >= most) {
            throw AwsError.of(
                    error,
                    "You cannot have more than " + most + " " + what + ". Either remove some or"
                            + " request a limit increase.");
        }
    }
}
