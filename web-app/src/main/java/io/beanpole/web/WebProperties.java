package io.beanpole.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the web tier, from Elastic Beanstalk's environment properties ({@code WEB_…}).
 *
 * @param lanes queue URL of each lane, by its name, urgent first
 * @param clipBucket S3 bucket of uploads and results
 * @param maxUpload the largest clip
 * @param maxAttempts how many workers may stop over one task before it fails
 * @param signUp whether anybody may make an account
 * @param demo an account to make at start; only the local stage has one
 */
@Validated
@ConfigurationProperties("web")
public record WebProperties(
        @NotEmpty Map<String, URI> lanes,
        @NotBlank String clipBucket,
        @DefaultValue("2GB") DataSize maxUpload,
        @DefaultValue("5") @Positive int maxAttempts,
        @DefaultValue("false") boolean signUp,
        @Nullable Demo demo) {

    public WebProperties {
        lanes = new LinkedHashMap<>(lanes);
    }

    /**
     * The account of a local stage.
     *
     * @param token an API token of it
     */
    public record Demo(
            @NotBlank String user,
            @NotBlank String password,
            @NotBlank String token) {}
}
