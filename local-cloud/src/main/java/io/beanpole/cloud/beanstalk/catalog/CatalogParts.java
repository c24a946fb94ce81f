package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Refusals;
import org.jspecify.annotations.Nullable;

/** What the operations of the catalogue work with. */
record CatalogParts(
        Catalog catalog, Surroundings surroundings, CatalogEvents events, CatalogEnvironments environments) {

    ApplicationRecord application(@Nullable String name) {
        String wanted = Refusals.required(name, "ApplicationName");
        return catalog.application(wanted)
                .orElseThrow(() -> Refusals.invalid("No Application named '" + wanted + "' found."));
    }

    VersionRecord version(@Nullable String application, @Nullable String label) {
        Refusals.required(application, "ApplicationName");
        Refusals.required(label, "VersionLabel");
        return catalog.version(Refusals.orEmpty(application), Refusals.orEmpty(label))
                .orElseThrow(() -> Refusals.invalid("No Application Version named '" + label + "' found."));
    }

    TemplateRecord template(@Nullable String application, @Nullable String name) {
        Refusals.required(application, "ApplicationName");
        Refusals.required(name, "TemplateName");
        return catalog.template(Refusals.orEmpty(application), Refusals.orEmpty(name))
                .orElseThrow(() ->
                        Refusals.invalid("No Configuration Template named '" + application + "/" + name + "' found."));
    }

    /** Writes an event of the request that is being answered. */
    void tell(CatalogSubject subject, String message) {
        events.tell("INFO", subject, message, surroundings.requestId());
    }

    String arn(ApplicationRecord application) {
        return surroundings.arn("application/" + application.name());
    }

    String arn(VersionRecord version) {
        return surroundings.arn("applicationversion/" + version.application() + "/" + version.label());
    }

    String arn(TemplateRecord template) {
        return surroundings.arn("configurationtemplate/" + template.application() + "/" + template.name());
    }
}
