package io.beanpole.deploy.local;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler that a developer runs, and the daemon wanted for it; as the local cloud reads it.
 *
 * @param path where it is POSTed to; null for the URL's own path
 * @param options those of {@code aws:elasticbeanstalk:sqsd}, by name
 * @param cron the text of a cron.yaml; empty for none
 */
public record HandlerSpec(
        String url, String queue, @Nullable String path, Map<String, String> options, String cron) {}
