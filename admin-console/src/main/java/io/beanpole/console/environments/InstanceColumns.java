package io.beanpole.console.environments;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.ShortText;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.beanstalk.Purchase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of the table of instances. */
final class InstanceColumns {
    private final TableView<Row<InstanceOverview>> table;
    private final DetailViewModel model;
    private final EnvironmentDeeds deeds;

    InstanceColumns(TableView<Row<InstanceOverview>> table, DetailViewModel model, EnvironmentDeeds deeds) {
        this.table = table;
        this.model = model;
        this.deeds = deeds;
    }

    void install() {
        ShortText.column(this.<String>column(0), InstanceOverview::id);
        Columns.mark(
                this.<Mark>column(1),
                instance -> new Mark(
                        Tone.ofHealth(instance.healthStatus()),
                        instance.healthStatus(),
                        String.join("\n", instance.causes())));
        ShortText.column(this.<String>column(2), InstanceOverview::lifecycle);
        protection(column(3));
        ShortText.column(this.<String>column(4), InstanceOverview::versionLabel);
        Columns.mark(
                this.<Mark>column(5),
                instance -> new Mark(
                        Tone.ofDeployment(instance.deploymentStatus()),
                        "#" + instance.deploymentId() + " " + instance.deploymentStatus()));
        ShortText.column(this.<String>column(6), InstanceOverview::instanceType);
        purchase(column(7));
        ShortText.column(this.<String>column(8), instance -> model.time(instance.launchedAt()));
        Columns.number(this.<Double>column(9), InstanceOverview::cpuPercent, cpu -> Wording.decimal(cpu) + " %");
    }

    private static void purchase(TableColumn<Row<InstanceOverview>, Purchase> column) {
        column.setCellValueFactory(cell -> cell.getValue().part(InstanceOverview::purchase));
        column.setCellFactory(made -> new PurchaseCell());
    }

    @SuppressWarnings("unchecked")
    private <V> TableColumn<Row<InstanceOverview>, V> column(int at) {
        return (TableColumn<Row<InstanceOverview>, V>) table.getColumns().get(at);
    }

    private void protection(TableColumn<Row<InstanceOverview>, InstanceOverview> column) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(made -> new ProtectionCell(deeds));
        column.setSortable(false);
    }
}
