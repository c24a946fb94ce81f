package io.beanpole.cloud.ecr;

import io.beanpole.cloud.state.StateFile;
import io.beanpole.cloud.wire.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** All repositories, kept in a file. */
final class Repositories {
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*");
    private static final int LONGEST_NAME = 256;

    private final Map<String, Repository> byName = new ConcurrentSkipListMap<>();
    private final StateFile<Saved> file;
    private final String registryId;

    /** What the file holds. */
    record Saved(List<Repository> repositories) {}

    Repositories(StateFile<Saved> file, String registryId) {
        this.file = file;
        this.registryId = registryId;
        file.read().ifPresent(saved -> saved.repositories().forEach(each -> byName.put(each.name(), each)));
    }

    synchronized void add(Repository repository) {
        String name = repository.name();
        if (name.length() < 2 || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw AwsError.of(
                    InvalidParameterException.class,
                    "Invalid parameter at 'repositoryName' failed to satisfy constraint: '" + name
                            + "' must be 2 to 256 characters that match " + NAME + ".");
        }
        if (byName.putIfAbsent(name, repository) != null) {
            throw AwsError.of(
                    RepositoryAlreadyExistsException.class,
                    "The repository with name '" + name + "' already exists in the registry with id '" + registryId
                            + "'");
        }
        save();
    }

    Optional<Repository> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Repository get(@Nullable String name) {
        Repository found = name == null ? null : byName.get(name);
        if (found == null) {
            throw AwsError.of(
                    RepositoryNotFoundException.class,
                    "The repository with name '" + name + "' does not exist in the registry with id '" + registryId
                            + "'");
        }
        return found;
    }

    List<Repository> all() {
        return List.copyOf(byName.values());
    }

    synchronized Repository change(String name, UnaryOperator<Repository> change) {
        Repository changed = change.apply(get(name));
        byName.put(name, changed);
        save();
        return changed;
    }

    synchronized void remove(Repository repository) {
        byName.remove(repository.name());
        save();
    }

    private void save() {
        file.write(new Saved(all()));
    }
}
