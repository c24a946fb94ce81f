package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.util.List;

/** A version that is about to be deployed to an environment, with all that it consists of. */
record Release(
        EnvironmentState environment, VersionName version, SourceBundle bundle, List<String> images, Purpose purpose) {}
