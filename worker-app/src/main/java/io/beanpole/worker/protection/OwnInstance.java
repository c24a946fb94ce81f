package io.beanpole.worker.protection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.imds.Ec2MetadataClientException;

/** What this instance is told about itself, by IMDSv2. */
final class OwnInstance {
    private static final int NOT_FOUND = 404;

    private final ObjectProvider<Ec2MetadataClient> metadata;
    private volatile @Nullable String id;

    OwnInstance(ObjectProvider<Ec2MetadataClient> metadata) {
        this.metadata = metadata;
    }

    /** Its id, such as {@code i-0123456789abcdef0}. */
    String id() {
        String known = id;
        if (known == null) {
            known = metadata.getObject().get("/latest/meta-data/instance-id").asString();
            id = known;
        }
        return known;
    }

    /** What stands under a path below {@code /latest/meta-data/}; empty when nothing does. */
    Optional<String> told(String path) {
        try {
            return Optional.of(
                    metadata.getObject().get("/latest/meta-data/" + path).asString());
        } catch (Ec2MetadataClientException e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
