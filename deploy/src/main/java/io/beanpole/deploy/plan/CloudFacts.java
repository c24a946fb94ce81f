package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What a plan has to know of a cloud. A method is one request, or one per page, unless it says otherwise. */
public interface CloudFacts {
    /** All living environments of the application. */
    List<EnvironmentFact> environments();

    /** The versions of these labels, by label; one that doesn't exist is left out. */
    Map<String, VersionFact> versions(Collection<String> labels);

    /** The fleets of all environments, by environment name. */
    Map<String, FleetFact> fleets();

    /** The queues that Elastic Beanstalk made for workers: URL by environment id. */
    Map<String, String> workerQueues();

    /** The messages of one queue as SQS counts them now; empty if it is gone. */
    Optional<QueueFact> count(String queueUrl);

    /** The messages of many queues as CloudWatch has them, by name; a queue without data is left out. */
    Map<String, QueueFact> counts(Collection<String> queueNames);

    /** The account's repositories: URI by name. */
    Map<String, String> repositories();

    /** The account's twelve digits, as the repositories tell them; empty where there is none. */
    Optional<String> account();

    /** The tags of a repository that exists. */
    RepositoryFact repository(String name);

    /** A version's bundle; empty when it is gone. */
    Optional<SourceBundle> bundle(VersionFact version);

    /** The option settings in force in an environment. */
    SortedMap<OptionName, String> settings(EnvironmentFact environment);

    /** The options that an environment of this kind has. */
    Map<OptionName, OptionFact> options(EnvironmentFact environment);

    /** What a saved configuration sets; empty when it is gone. */
    SortedMap<OptionName, String> savedConfiguration(String name);

    /** The newest thousand events of one environment, or of all, oldest first. */
    List<EventFact> events(Optional<String> environment);

    /** How many requests were made so far. */
    int calls();
}
