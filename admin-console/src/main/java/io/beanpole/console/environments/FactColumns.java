package io.beanpole.console.environments;

import io.beanpole.console.control.ShortText;
import io.beanpole.console.list.Row;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.detail.Resource;
import io.beanpole.deploy.plan.OptionInForce;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of the tables of resources and of option settings. */
final class FactColumns {
    private final TableView<Row<Resource>> resources;
    private final TableView<Row<OptionInForce>> options;

    FactColumns(TableView<Row<Resource>> resources, TableView<Row<OptionInForce>> options) {
        this.resources = resources;
        this.options = options;
    }

    void install() {
        texts(
                resources,
                List.of(
                        resource -> Words.of("environments.resource."
                                + resource.kind().name().toLowerCase(Locale.ROOT)),
                        Resource::name,
                        Resource::detail));
        texts(
                options,
                List.of(
                        OptionInForce::namespace,
                        OptionInForce::name,
                        OptionInForce::value,
                        option -> option.source().words(),
                        OptionInForce::overridden));
    }

    @SuppressWarnings("unchecked")
    private static <T> void texts(TableView<Row<T>> table, List<Function<T, String>> parts) {
        for (int i = 0; i < parts.size(); i++) {
            ShortText.column((TableColumn<Row<T>, String>) table.getColumns().get(i), parts.get(i));
        }
    }
}
