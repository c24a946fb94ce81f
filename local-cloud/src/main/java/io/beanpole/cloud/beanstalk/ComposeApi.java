package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.catalog.EnvironmentManifest;
import io.beanpole.cloud.beanstalk.catalog.PlatformName;
import io.beanpole.cloud.beanstalk.catalog.Platforms;
import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionChanges;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticbeanstalk.model.ComposeEnvironmentsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ComposeEnvironmentsResponse;

/** ComposeEnvironments: one environment for each version, as the {@code env.yaml} of its bundle says. */
final class ComposeApi {
    private final Platform platform;
    private final Ledger ledger;
    private final Environments environments;
    private final EnvironmentViews views;
    private final EnvironmentCreation creation;
    private final Platforms platforms;

    /** What one of the versions is to become. */
    private record Member(String version, String name, EnvironmentManifest manifest) {}

    ComposeApi(
            Platform platform,
            Ledger ledger,
            Environments environments,
            EnvironmentViews views,
            EnvironmentCreation creation) {
        this.platform = platform;
        this.ledger = ledger;
        this.environments = environments;
        this.views = views;
        this.creation = creation;
        this.platforms = new Platforms(platform.region());
    }

    void register(AwsService service) {
        service.on(ComposeEnvironmentsRequest.class, this::compose)
                .lacks(
                        ComposeEnvironmentsRequest.class,
                        "an environment that is linked is Updating, without the states LinkingFrom and LinkingTo");
    }

    /** Those that are there already get the version, the others are created; what can't be is refused before any. */
    private ComposeEnvironmentsResponse compose(ComposeEnvironmentsRequest request) {
        String application = Refusals.required(request.applicationName(), "ApplicationName");
        if (ledger.catalog().application(application).isEmpty()) {
            throw Refusals.invalid("No Application named '" + application + "' found.");
        }
        if (request.versionLabels().isEmpty()) {
            throw Refusals.missing("VersionLabels");
        }
        String group = Refusals.orEmpty(request.groupName());
        if (!group.isEmpty()) {
            Refusals.limited(group, "GroupName", 1, 19);
        }
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String label : request.versionLabels()) {
            Member member = member(application, creation.usable(application, label), group);
            if (!names.add(member.name())) {
                throw Refusals.invalid("Two of the versions are for one environment, " + member.name() + ".");
            }
            members.add(member);
        }
        members.forEach(member -> refuseLinkToNothing(member, names, group));
        members.forEach(member -> existing(application, member).ifPresent(Operations::requireReady));
        List<EnvironmentRecord> composed = new ArrayList<>();
        for (Member member : members) {
            composed.add(existing(application, member)
                    .map(known -> updated(known, member, group))
                    .orElseGet(() -> creation.launch(wanted(application, member, group))));
        }
        return ComposeEnvironmentsResponse.builder()
                .environments(composed.stream().map(views::description).toList())
                .build();
    }

    private Member member(String application, String label, String group) {
        try {
            EnvironmentManifest manifest = EnvironmentManifest.of(
                            ledger.version(application, label).orElseThrow().location(), platform.s3())
                    .orElseThrow(() -> Refusals.invalid("The source bundle of the application version " + label
                            + " has no env.yaml at its root, which ComposeEnvironments needs."));
            if (manifest.name().isEmpty()) {
                throw Refusals.invalid("The env.yaml of the application version " + label + " has no EnvironmentName.");
            }
            if (manifest.name().endsWith("+") && group.isEmpty()) {
                throw Refusals.combination("A GroupName is required, because the environment name " + manifest.name()
                        + " of the application version " + label + " ends in a plus sign.");
            }
            return new Member(label, EnvironmentManifest.inGroup(manifest.name(), group), manifest);
        } catch (AwsError e) {
            throw e;
        } catch (CloudException e) {
            throw Refusals.invalid(String.valueOf(e.getMessage()));
        }
    }

    private void refuseLinkToNothing(Member member, Set<String> names, String group) {
        links(member, group).forEach((link, name) -> {
            if (!names.contains(name)
                    && environments.existing().noneMatch(each -> each.name().equals(name))) {
                throw Refusals.invalid("The environment " + name + ", to which the link " + link + " of "
                        + member.name() + " leads, is neither composed nor there.");
            }
        });
    }

    private Optional<EnvironmentRecord> existing(String application, Member member) {
        return environments
                .existing()
                .filter(each ->
                        each.application().equals(application) && each.name().equals(member.name()))
                .findFirst();
    }

    private EnvironmentRecord updated(EnvironmentRecord known, Member member, String group) {
        Map<String, String> links = links(member, group);
        ledger.change(known.id(), each -> each.configured(configuration -> configuration.withLinks(links)));
        Environment alive = environments.byId(known.id());
        alive.deploy(member.version(), platform.requestId());
        return alive.record();
    }

    private WantedEnvironment wanted(String application, Member member, String group) {
        EnvironmentManifest manifest = member.manifest();
        String stack = manifest.solutionStack();
        PlatformName name = stack.isEmpty() ? platforms.standard() : platforms.wanted(stack, null);
        return new WantedEnvironment(
                member.name(),
                application,
                group,
                "",
                EnvironmentManifest.inGroup(manifest.cname(), group),
                "Worker".equals(manifest.tier()) ? EnvironmentTierName.WORKER : EnvironmentTierName.WEB_SERVER,
                member.version(),
                new EnvironmentPlatform(name.solutionStack(), name.platformArn()),
                new SavedSettings("", manifest.settings()),
                OptionChanges.adding(List.of()),
                links(member, group),
                Map.of());
    }

    private static Map<String, String> links(Member member, String group) {
        Map<String, String> links = new TreeMap<>();
        member.manifest().links().forEach((link, name) -> links.put(link, EnvironmentManifest.inGroup(name, group)));
        return links;
    }
}
