package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.ContainerSet.RegistryLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Version 3, which holds the registry login of a docker-compose.yml and nothing else; and the login of the others. */
final class LoginNotation implements Notation {
    static final LoginNotation INSTANCE = new LoginNotation("Authentication", "bucket", "key");
    /** Version 1 writes the members with capitals. */
    static final LoginNotation OF_V1 = new LoginNotation("Authentication", "Bucket", "Key");
    /** Version 2 writes all of it small. */
    static final LoginNotation OF_V2 = new LoginNotation("authentication", "bucket", "key");

    private final String field;
    private final String bucket;
    private final String key;

    private LoginNotation(String field, String bucket, String key) {
        this.field = field;
        this.bucket = bucket;
        this.key = key;
    }

    String field() {
        return field;
    }

    List<String> members() {
        return List.of(bucket, key);
    }

    Optional<RegistryLogin> login(ObjectNode root) {
        var login = root.path(field);
        return login.isObject()
                ? Optional.of(new RegistryLogin(
                        login.path(bucket).asString(""), login.path(key).asString("")))
                : Optional.empty();
    }

    void write(ObjectNode root, Optional<RegistryLogin> wanted) {
        if (wanted.equals(login(root))) {
            return;
        }
        if (wanted.isEmpty()) {
            root.remove(field);
        } else {
            root.putObject(field)
                    .put(bucket, wanted.get().bucket())
                    .put(key, wanted.get().key());
        }
    }

    @Override
    public ContainerSet read(ObjectNode root) {
        return new ContainerSet(List.of(), List.of(), login(root));
    }

    @Override
    public void write(ObjectNode root, ContainerSet wanted) {
        if (!root.has(DockerrunDocument.VERSION)) {
            root.put(DockerrunDocument.VERSION, "3");
        }
        write(root, wanted.login());
    }

    @Override
    public List<Unsaid> unsaid(ContainerSet wanted) {
        var unsaid = new ArrayList<Unsaid>();
        for (var container : wanted.containers()) {
            unsaid.add(new Unsaid("The container " + container.name(), "It belongs into the docker-compose.yml."));
        }
        return unsaid;
    }

    @Override
    public List<String> foreign(ObjectNode root) {
        return Fields.others("", root, Set.of(DockerrunDocument.VERSION, field));
    }
}
