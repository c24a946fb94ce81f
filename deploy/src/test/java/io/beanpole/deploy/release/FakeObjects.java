package io.beanpole.deploy.release;

import io.beanpole.deploy.foundation.ObjectStore;
import io.beanpole.deploy.foundation.StoredObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects in memory, which know how often each was fetched. */
final class FakeObjects implements ObjectStore {
    final SortedMap<String, byte[]> contents = new TreeMap<>();
    final List<String> fetched = new ArrayList<>();

    @Override
    public void put(String bucket, String key, String type, byte[] content) {
        contents.put(bucket + "/" + key, content);
    }

    @Override
    public Optional<byte[]> get(String bucket, String key) {
        fetched.add(key);
        return Optional.ofNullable(contents.get(bucket + "/" + key));
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return contents.entrySet().stream()
                .filter(object -> object.getKey().startsWith(bucket + "/" + prefix))
                .map(object -> new StoredObject(
                        object.getKey().substring(bucket.length() + 1),
                        String.valueOf(Arrays.hashCode(object.getValue()))))
                .toList();
    }
}
