package io.beanpole.console.environments;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Work;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.detail.Resource;
import io.beanpole.deploy.plan.OptionInForce;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * What changes seldom about the chosen environment: read when somebody opens its tab, once per change of the environment,
 * because option settings cost five requests and the source bundle.
 */
final class BackgroundFacts {
    private final KeyedList<Resource> resources = new KeyedList<>(resource -> resource.kind() + " " + resource.name());
    private final KeyedList<OptionInForce> options =
            new KeyedList<>(option -> option.namespace() + " " + option.name());
    private final FilteredList<Row<OptionInForce>> filtered = new FilteredList<>(options.rows());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");

    private String resourcesOf = "";
    private String optionsOf = "";
    private Optional<Work> reading = Optional.empty();

    BackgroundFacts() {
        filter.addListener((text, before, now) -> {
            var wanted = now.strip().toLowerCase(Locale.ROOT);
            filtered.setPredicate(row -> everything(row.value()).contains(wanted));
        });
    }

    ObservableList<Row<Resource>> resources() {
        return resources.rows();
    }

    /** The option settings that match the filter. */
    ObservableList<Row<OptionInForce>> options() {
        return filtered;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** What is being read, or how many option settings there are. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Reads the resources, unless they are known as the environment is now. */
    void wantResources(Workspace work, EnvironmentOverview environment) {
        var generation = generation(environment);
        if (!generation.equals(resourcesOf)) {
            resourcesOf = generation;
            work.background()
                    .run(
                            Words.of("environments.work.resources", environment.name()),
                            () -> work.connection().details().resources(environment.name()),
                            found -> {
                                if (generation.equals(resourcesOf)) {
                                    resources.update(found);
                                }
                            },
                            failure -> resourcesOf = "");
        }
    }

    /** Reads the option settings, unless they are known as the environment is now. */
    void wantOptions(Workspace work, EnvironmentOverview environment) {
        var generation = generation(environment);
        if (!generation.equals(optionsOf)) {
            optionsOf = generation;
            progress.set(Words.of("environments.options.reading"));
            reading = Optional.of(work.background()
                    .run(
                            Words.of("environments.work.options", environment.name()),
                            () -> work.connection().details().options(environment.application(), environment.name()),
                            found -> {
                                if (generation.equals(optionsOf)) {
                                    options.update(found);
                                    progress.set(Wording.count(found.size(), "setting"));
                                }
                            },
                            failure -> {
                                optionsOf = "";
                                progress.set("");
                            }));
        }
    }

    /** Another environment was chosen. */
    void forget() {
        reading.ifPresent(Work::cancel);
        resourcesOf = "";
        optionsOf = "";
        progress.set("");
        resources.update(List.of());
        options.update(List.of());
    }

    private static String generation(EnvironmentOverview environment) {
        return environment.id() + " " + environment.status() + " " + environment.updatedAt();
    }

    private static String everything(OptionInForce option) {
        return String.join(
                        " ",
                        option.namespace(),
                        option.name(),
                        option.value(),
                        option.source().words())
                .toLowerCase(Locale.ROOT);
    }
}
