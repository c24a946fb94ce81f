package io.beanpole.cloud.beanstalk.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the catalogue keeps over a restart; what an older file doesn't have is empty. */
record CatalogState(
        List<ApplicationRecord> applications,
        List<VersionRecord> versions,
        List<TemplateRecord> templates,
        Map<String, Map<String, String>> tags,
        List<ManagedActionRecord> managedActions) {
    CatalogState {
        applications = orEmpty(applications);
        versions = orEmpty(versions);
        templates = orEmpty(templates);
        tags = tags == null ? Map.of() : tags;
        managedActions = orEmpty(managedActions);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
