package io.beanpole.web.upload;

import io.beanpole.task.TaskIds;
import io.beanpole.task.upload.Upload;
import io.beanpole.task.upload.UploadStore;
import io.beanpole.web.WebException;
import io.beanpole.web.WebProperties;
import io.beanpole.web.account.Account;
import io.beanpole.web.storage.ClipBucket;
import io.beanpole.web.storage.ClipBucket.PutAddress;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives owners presigned addresses for their clips. */
@RestController
class UploadController {
    private final UploadStore uploads;
    private final ClipBucket bucket;
    private final long most;

    UploadController(UploadStore uploads, ClipBucket bucket, WebProperties properties) {
        this.uploads = uploads;
        this.bucket = bucket;
        this.most = properties.maxUpload().toBytes();
    }

    /** Says how large a clip may be, in bytes. */
    @GetMapping("/api/limits")
    Map<String, Long> limits() {
        return Map.of("maxUploadBytes", most);
    }

    /** Registers a clip and says where to PUT it. */
    @PostMapping("/api/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    UploadAddress create(@AuthenticationPrincipal Account owner, @Valid @RequestBody UploadRequest request) {
        if (request.size() > most) {
            throw new WebException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A clip may have at most " + most / 1_000_000 + " MB; this one claims " + request.size() / 1_000_000
                            + " MB. Shorten or compress it first.");
        }
        UUID id = TaskIds.next();
        String key = "uploads/" + owner.id() + "/" + id + "/" + safeName(request.fileName());
        uploads.insert(new Upload(id, owner.id(), key, request.fileName(), request.contentType(), request.size()));
        PutAddress put = bucket.put(key, request.contentType(), request.size());
        return new UploadAddress(id, put.url(), "PUT", put.headers(), put.expiresAt());
    }

    private static String safeName(String fileName) {
        String safe = fileName.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return safe.isEmpty() ? "clip" : safe.substring(Math.max(0, safe.length() - 100));
    }
}
