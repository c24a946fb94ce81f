package io.beanpole.deploy.plan.cloud;

import static java.util.Objects.requireNonNullElse;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.BundleAddress;
import io.beanpole.deploy.beanstalk.OptionSettings;
import io.beanpole.deploy.plan.EnvironmentFact;
import io.beanpole.deploy.plan.EventFact;
import io.beanpole.deploy.plan.OptionFact;
import io.beanpole.deploy.plan.VersionFact;
import io.beanpole.deploy.spec.OptionName;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationSettingsDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationVersionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentTier;

/** What Elastic Beanstalk itself knows. */
final class BeanstalkFacts implements AutoCloseable {
    /** The most that one answer gives. */
    private static final int PAGE = 1000;

    private final ElasticBeanstalkClient beanstalk;
    private final String application;
    private final CountedCalls calls;

    BeanstalkFacts(AwsAccess access, String application, CountedCalls calls) {
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
        this.application = application;
        this.calls = calls;
    }

    List<EnvironmentFact> environments() {
        return calls
                .pages(
                        "list the environments of " + application,
                        token -> beanstalk.describeEnvironments(request -> request.applicationName(application)
                                .includeDeleted(false)
                                .maxRecords(PAGE)
                                .nextToken(token)),
                        DescribeEnvironmentsResponse::nextToken)
                .stream()
                .flatMap(answer -> answer.environments().stream())
                .filter(environment -> !"Terminated".equals(environment.statusAsString()))
                .map(BeanstalkFacts::fact)
                .sorted(Comparator.comparing(EnvironmentFact::name))
                .toList();
    }

    Map<String, VersionFact> versions(Collection<String> labels) {
        var versions = new LinkedHashMap<String, VersionFact>();
        if (!labels.isEmpty()) {
            calls.pages(
                            "look for the application versions",
                            token -> beanstalk.describeApplicationVersions(
                                    request -> request.applicationName(application)
                                            .versionLabels(labels)
                                            .nextToken(token)),
                            DescribeApplicationVersionsResponse::nextToken)
                    .forEach(answer -> answer.applicationVersions()
                            .forEach(version -> versions.put(version.versionLabel(), fact(version))));
        }
        return versions;
    }

    SortedMap<OptionName, String> settings(EnvironmentFact environment) {
        return OptionSettings.of(calls.to(
                        "read the option settings of " + environment.name(),
                        () -> beanstalk.describeConfigurationSettings(
                                request -> request.applicationName(application).environmentName(environment.name())))
                .configurationSettings());
    }

    SortedMap<OptionName, String> savedConfiguration(String name) {
        return OptionSettings.of(calls.to("read the saved configuration " + name, () -> {
            try {
                return beanstalk
                        .describeConfigurationSettings(
                                request -> request.applicationName(application).templateName(name))
                        .configurationSettings();
            } catch (ElasticBeanstalkException e) {
                if (e.statusCode() == 400 && !e.isThrottlingException()) {
                    return List.<ConfigurationSettingsDescription>of();
                }
                throw e;
            }
        }));
    }

    Map<OptionName, OptionFact> options(EnvironmentFact environment) {
        var options = new TreeMap<OptionName, OptionFact>();
        calls.to(
                        "read the options of " + environment.name(),
                        () -> beanstalk.describeConfigurationOptions(
                                request -> request.applicationName(application).environmentName(environment.name())))
                .options()
                .forEach(option -> options.put(
                        new OptionName(option.namespace(), option.name()),
                        new OptionFact(
                                requireNonNullElse(option.defaultValue(), ""),
                                requireNonNullElse(option.changeSeverity(), "Unknown"))));
        return options;
    }

    List<EventFact> events(Optional<String> environment) {
        return calls
                .to(
                        "read the events of " + environment.orElse(application),
                        () -> beanstalk.describeEvents(request -> request.applicationName(application)
                                .environmentName(environment.orElse(null))
                                .maxRecords(PAGE)))
                .events()
                .stream()
                .filter(event -> event.environmentName() != null)
                .map(event -> new EventFact(
                        event.environmentName(),
                        requireNonNullElse(event.eventDate(), Instant.EPOCH),
                        requireNonNullElse(event.message(), "")))
                .sorted(Comparator.comparing(EventFact::at))
                .toList();
    }

    @Override
    public void close() {
        beanstalk.close();
    }

    private static EnvironmentFact fact(EnvironmentDescription environment) {
        return new EnvironmentFact(
                environment.environmentId(),
                environment.environmentName(),
                Optional.ofNullable(environment.tier())
                        .map(EnvironmentTier::name)
                        .orElse(""),
                requireNonNullElse(environment.statusAsString(), ""),
                requireNonNullElse(environment.versionLabel(), ""),
                requireNonNullElse(environment.solutionStackName(), ""),
                requireNonNullElse(environment.templateName(), ""),
                requireNonNullElse(environment.dateUpdated(), Instant.EPOCH));
    }

    private static VersionFact fact(ApplicationVersionDescription version) {
        var bundle = Optional.ofNullable(version.sourceBundle())
                .filter(source -> source.s3Bucket() != null && source.s3Key() != null)
                .map(source -> new BundleAddress(source.s3Bucket(), source.s3Key()));
        return new VersionFact(version.versionLabel(), requireNonNullElse(version.statusAsString(), ""), bundle);
    }
}
