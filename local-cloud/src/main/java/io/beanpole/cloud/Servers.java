package io.beanpole.cloud;

import io.beanpole.cloud.database.Database;
import io.beanpole.cloud.ecr.EcrApi;
import io.beanpole.cloud.s3.Objects;
import io.beanpole.cloud.sqs.Queues;
import java.net.URI;

/** The servers behind the endpoint. */
record Servers(Queues queues, Objects objects, Database database, EcrApi ecr) {
    BeanstalkParts.Addresses behind(URI endpoint) {
        return new BeanstalkParts.Addresses(endpoint, queues.address(), objects.address());
    }
}
