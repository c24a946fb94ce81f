package io.beanpole.console.release;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.ecr.ImageCatalog;
import io.beanpole.deploy.ecr.RepositoryImage;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The images that can be deployed: one repository of ECR at a time. */
public final class ImageShelf {
    /** Images come when somebody pushes one, which is seldom. */
    private static final int INTERVALS = 5;

    private final ImageCatalog catalog;
    private final Poll<Stock> poll;
    private final ObservableList<String> repositories = FXCollections.observableArrayList();
    private final KeyedList<ImageLine> lines =
            new KeyedList<>(line -> line.image().digest());
    private final ReadOnlyStringWrapper repository = new ReadOnlyStringWrapper(this, "repository", "");
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private List<RepositoryImage> images = List.of();
    private List<String> deployed = List.of();
    /** What the next question is about; it is asked on a thread of the poll. */
    private volatile String asked = "";

    ImageShelf(Workspace workspace) {
        search.addListener((property, before, now) -> refresh());
        catalog = workspace.connection().images();
        poll = workspace
                .polling()
                .poll(
                        Words.of("deploy.image.reading"),
                        workspace.interval().multipliedBy(INTERVALS),
                        this::read,
                        this::show);
    }

    /** The names of all repositories. */
    public ObservableList<String> repositories() {
        return repositories;
    }

    /** The one that is looked at. */
    public ReadOnlyStringProperty repositoryProperty() {
        return repository.getReadOnlyProperty();
    }

    /** Its images, the last pushed first. */
    public ObservableList<Row<ImageLine>> images() {
        return lines.rows();
    }

    /** Part of a tag or a digest that images must have to be shown. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Looks at another repository. */
    public void choose(String name) {
        if (!name.equals(repository.get())) {
            repository.set(name);
            asked = name;
            images = List.of();
            refresh();
            poll.now();
        }
    }

    void start() {
        poll.start();
    }

    void pause() {
        poll.pause();
    }

    /** Marks what runs now, and looks into its repository. */
    void deployed(List<String> deployedImages) {
        if (!deployedImages.equals(deployed)) {
            deployed = deployedImages;
            deployedImages.stream().findFirst().map(ImageShelf::repositoryOf).ifPresent(this::choose);
            refresh();
        }
    }

    /** {@code host/name@digest} and {@code host/name:tag} are of the repository {@code name}. */
    static String repositoryOf(String image) {
        return image.substring(image.indexOf('/') + 1).replaceAll("[@:].*", "");
    }

    private Stock read() {
        var names = catalog.repositories();
        var wanted = names.contains(asked) || names.isEmpty() ? asked : names.get(0);
        return new Stock(names, wanted, names.contains(wanted) ? catalog.images(wanted) : List.of());
    }

    private void show(Stock stock) {
        if (!repositories.equals(stock.repositories())) {
            repositories.setAll(stock.repositories());
        }
        if (repository.get().equals(asked)) {
            repository.set(stock.repository());
            asked = stock.repository();
            images = stock.images();
            refresh();
        }
    }

    private void refresh() {
        var wanted = search.get().strip().toLowerCase(Locale.ROOT);
        lines.update(images.stream()
                .filter(image -> image.digest().contains(wanted)
                        || image.tags().stream()
                                .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(wanted)))
                .map(image -> new ImageLine(image, deployed.stream().anyMatch(name -> name.endsWith(image.digest()))))
                .toList());
    }

    /** One answer. */
    private record Stock(List<String> repositories, String repository, List<RepositoryImage> images) {}
}
