package io.beanpole.task.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.task.TaskIds;
import io.beanpole.task.TestDatabase;
import org.junit.jupiter.api.Test;

class UploadStoreTest {
    private final UploadStore uploads = new UploadStore(TestDatabase.emptied());

    @Test
    void anOwnerFindsTheirUpload() {
        Upload upload = upload();
        uploads.insert(upload);

        assertThat(uploads.find("ann", upload.id())).contains(upload);
    }

    @Test
    void nobodyElseFindsIt() {
        Upload upload = upload();
        uploads.insert(upload);

        assertThat(uploads.find("bob", upload.id())).isEmpty();
        assertThat(uploads.find("ann", TaskIds.next())).isEmpty();
    }

    private static Upload upload() {
        return new Upload(TaskIds.next(), "ann", "uploads/ann/1/a.mp4", "a b.mp4", "video/mp4", 5_000_000_000L);
    }
}
