package io.beanpole.web.upload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A clip that somebody wants to put to S3.
 *
 * @param size in bytes, exactly
 */
record UploadRequest(
        @NotBlank @Size(max = 255) String fileName,

        @NotBlank
        @Pattern(
                regexp = "(video/[A-Za-z0-9.+-]{1,100}|application/octet-stream)",
                message = "must be a video type such as video/mp4")
        String contentType,

        @Positive long size) {}
