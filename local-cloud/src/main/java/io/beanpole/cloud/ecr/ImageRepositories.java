package io.beanpole.cloud.ecr;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.wire.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** All repositories; every change is kept. */
final class ImageRepositories {
    private static final String NAME = "(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*";

    private final StateFile<Kept> file;
    private final Map<String, ImageRepository> repositories = new TreeMap<>();

    ImageRepositories(StateFile<Kept> file) {
        this.file = file;
        file.read(() -> new Kept(List.of())).repositories().forEach(one -> repositories.put(one.name(), one));
    }

    synchronized void create(ImageRepository repository) {
        if (!repository.name().matches(NAME)) {
            throw AwsError.of(
                    InvalidParameterException.class,
                    "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression'");
        }
        if (repositories.putIfAbsent(repository.name(), repository) != null) {
            throw AwsError.of(
                    RepositoryAlreadyExistsException.class,
                    "The repository with name '" + repository.name() + "' already exists in the registry");
        }
        keep();
    }

    synchronized ImageRepository get(@Nullable String name) {
        return find(name)
                .orElseThrow(() -> AwsError.of(
                        RepositoryNotFoundException.class,
                        "The repository with name '" + name + "' does not exist in the registry"));
    }

    synchronized Optional<ImageRepository> find(@Nullable String name) {
        return Optional.ofNullable(name).map(repositories::get);
    }

    synchronized void replace(ImageRepository repository) {
        repositories.put(repository.name(), repository);
        keep();
    }

    synchronized void delete(String name) {
        repositories.remove(name);
        keep();
    }

    synchronized List<ImageRepository> all() {
        return List.copyOf(repositories.values());
    }

    private void keep() {
        file.write(new Kept(List.copyOf(repositories.values())));
    }

    /** What stands in the file. */
    record Kept(List<ImageRepository> repositories) {}
}
