package io.beanpole.deploy.foundation;

import java.util.List;
import java.util.Optional;

/** Objects that several people write, each of whom replaces only what they have read. */
public interface SharedObjects {
    /** An object as it is now; empty when there is none of this key, or no such bucket. */
    Optional<ReadObject> read(String bucket, String key);

    /** All objects whose key begins so, by key. */
    List<StoredObject> list(String bucket, String prefix);

    /**
     * Stores an object if it is still the one that was read.
     *
     * @param etag of what was read; empty where there was none
     * @return false when somebody else stored it meanwhile, and nothing was changed
     */
    boolean replace(String bucket, String key, Optional<String> etag, byte[] content);

    /** An object's content, with the ETag that stands for it. */
    record ReadObject(byte[] content, String etag) {}
}
