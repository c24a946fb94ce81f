package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.wire.AwsService;

/** All operations that are not about one environment's life: what the service registers of the catalogue. */
public final class CatalogApi implements AutoCloseable {
    private final CatalogParts parts;
    private final VersionProcessing processing;

    public CatalogApi(
            Catalog catalog, Surroundings surroundings, CatalogEvents events, CatalogEnvironments environments) {
        this.parts = new CatalogParts(catalog, surroundings, events, environments);
        this.processing = new VersionProcessing(parts);
    }

    public void register(AwsService service) {
        Platforms platforms = new Platforms(parts.surroundings().region());
        ApplicationsApi applications = new ApplicationsApi(parts);
        applications.register(service);
        new VersionsApi(parts, applications, processing).register(service);
        new TemplatesApi(parts, platforms).register(service);
        new ConfigurationsApi(parts, platforms).register(service);
        new TagsApi(parts).register(service);
        new PlatformsApi(platforms).register(service);
        new AccountApi(parts.surroundings()).register(service);
        new ManagedActionsApi(parts, platforms).register(service);
    }

    /** Goes on with what the last stop cut; call it when the endpoint answers. */
    public void resume() {
        processing.resume();
    }

    @Override
    public void close() {
        processing.close();
    }
}
