package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What an environment shall become.
 *
 * @param name the full name
 * @param label of the new version; empty while an image has to be built to know it
 * @param images of the new version
 * @param bundle of the new version; empty while it isn't known, or lies in S3 under the label
 * @param stated settings as they are written, placeholders not filled in
 * @param settings the same with every value; asked for only where settings are compared
 * @param first settings that are made before the version is deployed, because they say how it is
 */
public record Target(
        String name,
        Tier tier,
        String label,
        List<WantedImage> images,
        Optional<SourceBundle> bundle,
        Map<OptionName, String> stated,
        Supplier<SortedMap<OptionName, String>> settings,
        Map<OptionName, String> first) {
    public Target {
        images = List.copyOf(images);
    }

    /**
     * An image that the new version shall run.
     *
     * @param digest empty for one that has to be built and pushed first
     */
    public record WantedImage(String name, String repository, String tag, Optional<String> digest) {}
}
