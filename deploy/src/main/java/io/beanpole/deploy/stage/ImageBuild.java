package io.beanpole.deploy.stage;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.SideBySide;
import io.beanpole.deploy.image.BaseImages;
import io.beanpole.deploy.image.Images;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.image.Revision;
import io.beanpole.deploy.spec.BaseSpec;
import io.beanpole.deploy.spec.ImageSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All images of a deployment, their bases first, side by side. */
public final class ImageBuild {
    private final Images images;
    private final BaseImages bases;
    private final boolean needsBases;
    private final Progress progress;

    /**
     * A build for one cloud.
     *
     * @param needsBases whether its instances can only run images that are complete
     */
    public ImageBuild(Images images, BaseImages bases, boolean needsBases, Progress progress) {
        this.images = images;
        this.bases = bases;
        this.needsBases = needsBases;
        this.progress = progress;
    }

    /** The pushed image of each description. */
    public Map<ImageSpec, PushedImage> push(Collection<ImageSpec> specs, Revision revision) {
        var baseSpecs = specs.stream()
                .flatMap(image -> image.base().stream())
                .distinct()
                .toList();
        var pushedBases = sideBySide(baseSpecs, this::base);
        return sideBySide(specs, image -> images.push(image, image.base().flatMap(pushedBases::get), revision));
    }

    private Optional<PushedImage> base(BaseSpec base) {
        if (!needsBases && !bases.isAvailable(base)) {
            progress.say(
                    "Without mmdebstrap there is no base image " + base.name()
                            + "; the images hold the application only, which is enough for the host's Java but not for a container.");
            return Optional.empty();
        }
        return Optional.of(images.base(base));
    }

    private static <S, T> Map<S, T> sideBySide(Collection<S> specs, Function<S, T> work) {
        var distinct = List.copyOf(new LinkedHashSet<>(specs));
        try (var threads = new SideBySide("image", Math.max(1, distinct.size()))) {
            var results = threads.map(distinct, work);
            var done = new LinkedHashMap<S, T>();
            for (int i = 0; i < distinct.size(); i++) {
                done.put(distinct.get(i), results.get(i));
            }
            return done;
        }
    }
}
