package io.beanpole.deploy.connection;

import io.beanpole.deploy.beanstalk.EnvironmentCatalog;
import io.beanpole.deploy.ecr.ImageCatalog;
import io.beanpole.deploy.lane.Lanes;
import io.beanpole.deploy.release.Releases;
import io.beanpole.deploy.scaling.Reasons;
import io.beanpole.deploy.scaling.ScalingCatalog;

/** One cloud, reached: an account and region of AWS, or the local cloud. All its parts may be used by any thread. */
public interface Connection extends AutoCloseable {
    /** What a window's title says: "local cloud", "beanpole-production in eu-central-1". */
    String name();

    Kind kind();

    String region();

    EnvironmentCatalog environments();

    ImageCatalog images();

    Releases releases();

    Lanes lanes();

    ScalingCatalog scaling();

    Reasons reasons();

    @Override
    void close();

    /** Where the cloud is. */
    enum Kind {
        LOCAL,
        AWS
    }
}
