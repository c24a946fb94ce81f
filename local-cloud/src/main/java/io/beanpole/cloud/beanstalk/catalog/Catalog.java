package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.StateFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The one place where applications, versions, saved configurations and tags are kept; every change is on disk at once. */
public final class Catalog {
    private static final int MOST_ACTIONS = 200;

    private final StateFile<CatalogState> file;
    private final Map<String, ApplicationRecord> applications = new TreeMap<>();
    private final Map<String, VersionRecord> versions = new LinkedHashMap<>();
    private final Map<String, TemplateRecord> templates = new TreeMap<>();
    private final Map<String, Map<String, String>> tags = new TreeMap<>();
    private final Deque<ManagedActionRecord> managedActions = new ArrayDeque<>();

    /** Applications and versions stood with the environments before they had a file of their own. */
    public Catalog(Path directory) {
        file = new StateFile<>(directory.resolve("catalog.json"), CatalogState.class);
        Supplier<CatalogState> before = () -> new StateFile<>(directory.resolve("beanstalk.json"), CatalogState.class)
                .read(() -> new CatalogState(List.of(), List.of(), List.of(), Map.of(), List.of()));
        CatalogState kept = file.read(before);
        kept.applications().forEach(each -> applications.put(each.name(), each));
        kept.versions().forEach(each -> versions.put(key(each.application(), each.label()), each));
        kept.templates().forEach(each -> templates.put(key(each.application(), each.name()), each));
        tags.putAll(kept.tags());
        managedActions.addAll(kept.managedActions());
    }

    synchronized List<ApplicationRecord> applications() {
        return List.copyOf(applications.values());
    }

    public synchronized Optional<ApplicationRecord> application(String name) {
        return Optional.ofNullable(applications.get(name));
    }

    synchronized void put(ApplicationRecord application) {
        applications.put(application.name(), application);
        save();
    }

    /** With all its versions and saved configurations. */
    synchronized void removeApplication(String name) {
        applications.remove(name);
        versions.values().removeIf(version -> version.application().equals(name));
        templates.values().removeIf(template -> template.application().equals(name));
        tags.keySet()
                .removeIf(arn -> arn.endsWith(":application/" + name)
                        || arn.contains(":applicationversion/" + name + "/")
                        || arn.contains(":configurationtemplate/" + name + "/"));
        save();
    }

    /** Newest first. */
    synchronized List<VersionRecord> versions() {
        List<VersionRecord> found = new ArrayList<>(versions.values());
        Collections.reverse(found);
        found.sort(Comparator.comparing(VersionRecord::created).reversed());
        return found;
    }

    /** Of one application, newest first. */
    synchronized List<VersionRecord> versions(String application) {
        return versions().stream()
                .filter(each -> each.application().equals(application))
                .toList();
    }

    public synchronized Optional<VersionRecord> version(String application, String label) {
        return Optional.ofNullable(versions.get(key(application, label)));
    }

    synchronized void put(VersionRecord version) {
        versions.put(key(version.application(), version.label()), version);
        save();
    }

    /** Changes its status only while it is there, because it may be deleted while it is processed. */
    synchronized void replace(VersionRecord version) {
        if (versions.containsKey(key(version.application(), version.label()))) {
            put(version);
        }
    }

    synchronized void removeVersion(VersionRecord version, String arn) {
        versions.remove(key(version.application(), version.label()));
        tags.remove(arn);
        save();
    }

    synchronized List<TemplateRecord> templates() {
        return List.copyOf(templates.values());
    }

    public synchronized Optional<TemplateRecord> template(String application, String name) {
        return Optional.ofNullable(templates.get(key(application, name)));
    }

    synchronized void put(TemplateRecord template) {
        templates.put(key(template.application(), template.name()), template);
        save();
    }

    synchronized void removeTemplate(TemplateRecord template, String arn) {
        templates.remove(key(template.application(), template.name()));
        tags.remove(arn);
        save();
    }

    synchronized Map<String, String> tags(String arn) {
        return Map.copyOf(tags.getOrDefault(arn, Map.of()));
    }

    /** In place of those that it had. */
    public synchronized void putTags(String arn, Map<String, String> next) {
        if (next.isEmpty() ? tags.remove(arn) != null : !next.equals(tags.put(arn, next))) {
            save();
        }
    }

    /** Those of one environment, newest first. */
    synchronized List<ManagedActionRecord> managedActions(String environment) {
        return managedActions.stream()
                .filter(each -> each.environment().equals(environment))
                .toList();
    }

    synchronized void put(ManagedActionRecord action) {
        managedActions.addFirst(action);
        while (managedActions.size() > MOST_ACTIONS) {
            managedActions.removeLast();
        }
        save();
    }

    private void save() {
        file.write(new CatalogState(
                List.copyOf(applications.values()),
                List.copyOf(versions.values()),
                List.copyOf(templates.values()),
                Map.copyOf(tags),
                List.copyOf(managedActions)));
    }

    private static String key(String application, String name) {
        return application + "\n" + name;
    }
}
