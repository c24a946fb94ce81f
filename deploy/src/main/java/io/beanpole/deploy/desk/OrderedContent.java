package io.beanpole.deploy.desk;

import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.release.VersionMaking;
import io.beanpole.deploy.version.BundleSource;

/** Finds the version that an order stands for. */
final class OrderedContent {
    private final VersionMaking making;

    OrderedContent(VersionMaking making) {
        this.making = making;
    }

    VersionMaking.Made of(EnvironmentState environment, Content content) {
        if (content instanceof Content.Dockerrun edited) {
            return making.dockerrun(environment, edited.text());
        }
        if (content instanceof Content.Version shelved) {
            return making.version(environment, shelved.label());
        }
        var file = (Content.BundleFile) content;
        return making.bundle(environment, BundleSource.read(file.path()));
    }
}
