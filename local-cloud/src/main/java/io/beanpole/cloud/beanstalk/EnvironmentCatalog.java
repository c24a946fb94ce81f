package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.catalog.ActionOutcome;
import io.beanpole.cloud.beanstalk.catalog.CatalogEnvironment;
import io.beanpole.cloud.beanstalk.catalog.CatalogEnvironments;
import io.beanpole.cloud.beanstalk.catalog.PlatformName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The environments as the catalogue sees them. */
record EnvironmentCatalog(Ledger ledger, Environments environments) implements CatalogEnvironments {
    @Override
    public List<CatalogEnvironment> all() {
        return ledger.environments().stream().map(this::shown).toList();
    }

    @Override
    public void terminate(String id, String requestId) {
        environments.terminate(ledger.environment(id).orElseThrow(), requestId);
    }

    @Override
    public void updatePlatform(String id, PlatformName platform, String requestId) {
        EnvironmentPlatform next = new EnvironmentPlatform(platform.solutionStack(), platform.platformArn());
        environments.byId(id).configure(known -> known.withPlatform(next), "", requestId);
    }

    /** The newest event is the last one. */
    @Override
    public ActionOutcome outcome(String requestId) {
        List<EventRecord> told = ledger.events().stream()
                .filter(each -> !requestId.isEmpty() && each.requestId().equals(requestId))
                .toList();
        return new ActionOutcome(
                told.stream().anyMatch(each -> each.severity().equals("ERROR")),
                told.stream().findFirst().map(EventRecord::at));
    }

    private CatalogEnvironment shown(EnvironmentRecord environment) {
        EnvironmentPlatform platform = environment.configuration().platform();
        Map<String, Map<String, String>> own = new OptionSettings(
                        List.of(environment.configuration().template().settings(), environment.settings()))
                .all();
        Supplier<OptionSettings> settings = () -> environments
                .find(environment.id())
                .map(Environment::settings)
                .orElseGet(() -> new OptionSettings(List.of(own)));
        return new CatalogEnvironment(
                environment.id(),
                environment.name(),
                environment.application(),
                environment.tier(),
                environment.version(),
                environment.status(),
                new PlatformName(platform.solutionStack(), platform.platformArn()),
                environment.created(),
                environment.updated(),
                own,
                settings);
    }
}
