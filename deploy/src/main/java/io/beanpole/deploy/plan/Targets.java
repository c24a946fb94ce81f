package io.beanpole.deploy.plan;

import java.util.List;
import java.util.Map;

/** Who knows what environments shall become: deployment.yml, or a version that somebody named. */
public interface Targets {
    /** The stage that they are in. */
    String stage();

    /** The application that they belong to. */
    String application();

    /**
     * What the environments shall become.
     *
     * @param present the living environments of the application by full name
     * @param facts to look up images in
     * @param queueUrls the queues of workers, by full name of their environment
     */
    List<Target> in(Map<String, EnvironmentFact> present, CloudFacts facts, Map<String, String> queueUrls);
}
