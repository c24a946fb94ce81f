package io.beanpole.deploy.connection;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ElasticBeanstalkCatalog;
import io.beanpole.deploy.beanstalk.EnvironmentCatalog;
import io.beanpole.deploy.ecr.EcrCatalog;
import io.beanpole.deploy.ecr.ImageCatalog;
import io.beanpole.deploy.lane.EnvironmentLanes;
import io.beanpole.deploy.lane.LaneNames;
import io.beanpole.deploy.lane.Lanes;
import io.beanpole.deploy.lane.TestTaskRoute;
import io.beanpole.deploy.release.ElasticBeanstalkReleases;
import io.beanpole.deploy.release.Releases;
import io.beanpole.deploy.scaling.ApplicationSigns;
import io.beanpole.deploy.scaling.AwsExplanations;
import io.beanpole.deploy.scaling.AwsScalingCatalog;
import io.beanpole.deploy.scaling.Reasons;
import io.beanpole.deploy.scaling.ScalingCatalog;
import java.util.Optional;

/** A cloud that speaks AWS's protocols, with the clients that it is reached by. */
final class AwsConnection implements Connection {
    private final String name;
    private final AwsAccess access;
    private final ElasticBeanstalkCatalog environments;
    private final EcrCatalog images;
    private final ElasticBeanstalkReleases releases;
    private final EnvironmentLanes lanes;
    private final AwsScalingCatalog scaling;
    private final AwsExplanations reasons;

    AwsConnection(String name, AwsAccess access, LaneNames laneNames, Optional<TestTaskRoute> route, Progress notes) {
        this.name = name;
        this.access = access;
        environments = new ElasticBeanstalkCatalog(access);
        images = new EcrCatalog(access);
        releases = ElasticBeanstalkReleases.at(access, notes);
        lanes = new EnvironmentLanes(access, laneNames, route);
        scaling = new AwsScalingCatalog(access);
        reasons = new AwsExplanations(access, ApplicationSigns.OURS);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return access.hasOwnEndpoint() ? Kind.LOCAL : Kind.AWS;
    }

    @Override
    public String region() {
        return access.region();
    }

    @Override
    public EnvironmentCatalog environments() {
        return environments;
    }

    @Override
    public ImageCatalog images() {
        return images;
    }

    @Override
    public Releases releases() {
        return releases;
    }

    @Override
    public Lanes lanes() {
        return lanes;
    }

    @Override
    public ScalingCatalog scaling() {
        return scaling;
    }

    @Override
    public Reasons reasons() {
        return reasons;
    }

    @Override
    public void close() {
        environments.close();
        images.close();
        releases.close();
        lanes.close();
        scaling.close();
        reasons.close();
    }
}
