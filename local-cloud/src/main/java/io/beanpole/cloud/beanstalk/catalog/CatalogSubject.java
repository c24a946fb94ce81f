package io.beanpole.cloud.beanstalk.catalog;

/** What an event of the catalogue is about; a part that it isn't about is empty. */
public record CatalogSubject(String application, String version, String template) {
    static CatalogSubject application(String name) {
        return new CatalogSubject(name, "", "");
    }

    static CatalogSubject version(String application, String label) {
        return new CatalogSubject(application, label, "");
    }

    static CatalogSubject template(String application, String name) {
        return new CatalogSubject(application, "", name);
    }
}
