package io.beanpole.worker.storage;

import io.beanpole.task.upload.Upload;
import io.beanpole.worker.PermanentTaskException;
import io.beanpole.worker.StoppedException;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The bucket of clips: brings uploads in and puts results out. An interrupt stops either. */
@Component
public class ClipStorage {
    private static final int CHUNK = 1 << 18;

    private final S3Client s3;
    private final String bucket;
    private final long maxBytes;

    public ClipStorage(@Lazy S3Client s3, WorkerProperties properties) {
        this.s3 = s3;
        this.bucket = properties.bucket();
        this.maxBytes = properties.limits().inputBytes();
    }

    /** Makes the client and a connection, so that the first clip need not wait for them. */
    void open() {
        s3.headBucket(request -> request.bucket(bucket));
    }

    /**
     * Brings an uploaded clip to a local file: all of it and not a byte more than was declared.
     *
     * @throws PermanentTaskException when it was not uploaded as declared
     */
    public void fetch(Upload upload, Path file) {
        if (upload.size() > maxBytes) {
            throw new PermanentTaskException(
                    "The clip has " + upload.size() + " bytes; this service takes up to " + maxBytes + ".");
        }
        try (ResponseInputStream<GetObjectResponse> object =
                s3.getObject(request -> request.bucket(bucket).key(upload.key()))) {
            long size = object.response().contentLength();
            if (size != upload.size()) {
                object.abort();
                throw new PermanentTaskException("The clip in the store has " + size + " bytes, but " + upload.size()
                        + " were announced. Upload it again.");
            }
            copy(object, file);
        } catch (NoSuchKeyException e) {
            throw new PermanentTaskException(
                    "The clip \"" + upload.fileName() + "\" is not in the store: its upload did not finish."
                            + " Upload it again and submit a new task.",
                    e);
        } catch (AbortedException e) {
            throw new StoppedException("Stopped while fetching " + upload.key() + ".", e);
        } catch (SdkException | IOException e) {
            throw failed("fetch", upload.key(), e);
        }
    }

    private static void copy(ResponseInputStream<GetObjectResponse> object, Path file) throws IOException {
        long left = object.response().contentLength();
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (left > 0) {
                if (Thread.currentThread().isInterrupted()) {
                    object.abort();
                    throw new IOException("interrupted");
                }
                int read = object.read(chunk, 0, (int) Math.min(CHUNK, left));
                if (read < 0) {
                    throw new IOException("the object ended " + left + " bytes early");
                }
                out.write(chunk, 0, read);
                left -= read;
            }
        }
    }

    /** Puts a result out under a key. */
    public void store(Path file, String key, String contentType) {
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType(contentType), RequestBody.fromFile(file));
        } catch (AbortedException e) {
            throw new StoppedException("Stopped while storing " + key + ".", e);
        } catch (SdkException e) {
            throw failed("store", key, e);
        }
    }

    private WorkerException failed(String verb, String key, Exception cause) {
        return new WorkerException(
                "Tried to " + verb + " s3://" + bucket + "/" + key + ", but: " + cause.getMessage(), cause);
    }
}
