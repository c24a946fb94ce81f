package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.wire.AwsService;

/** All operations that are not about one environment's life: what the service registers of the catalogue. */
public final class CatalogApi implements AutoCloseable {
    private final CatalogParts parts;
    private final VersionProcessing processing;
    private final Platforms platforms;
    private final ManagedActions actions;
    private final ManagedActionRun managedActions;

    public CatalogApi(
            Catalog catalog, Surroundings surroundings, CatalogEvents events, CatalogEnvironments environments) {
        this.parts = new CatalogParts(catalog, surroundings, events, environments);
        this.processing = new VersionProcessing(parts);
        this.platforms = new Platforms(surroundings.region());
        this.actions = new ManagedActions(platforms);
        this.managedActions = new ManagedActionRun(parts, actions);
    }

    public void register(AwsService service) {
        ApplicationsApi applications = new ApplicationsApi(parts);
        applications.register(service);
        new VersionsApi(parts, applications, processing).register(service);
        new TemplatesApi(parts, platforms).register(service);
        new ConfigurationsApi(parts, platforms).register(service);
        new TagsApi(parts).register(service);
        new PlatformsApi(platforms).register(service);
        new AccountApi(parts.surroundings()).register(service);
        new ManagedActionsApi(parts, actions, managedActions).register(service);
    }

    /** Goes on with what the last stop cut; call it when the endpoint answers. */
    public void resume() {
        processing.resume();
        managedActions.start();
    }

    @Override
    public void close() {
        managedActions.close();
        processing.close();
    }
}
