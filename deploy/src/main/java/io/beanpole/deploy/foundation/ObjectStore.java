package io.beanpole.deploy.foundation;

import java.util.List;
import java.util.Optional;

/** Objects in buckets, whole. */
public interface ObjectStore {
    /** Stores an object, in place of an earlier one of the same key. */
    void put(String bucket, String key, String type, byte[] content);

    /** An object's whole content; empty when there is no such object or bucket. */
    Optional<byte[]> get(String bucket, String key);

    /** All objects whose key begins so, by key. */
    List<StoredObject> list(String bucket, String prefix);
}
