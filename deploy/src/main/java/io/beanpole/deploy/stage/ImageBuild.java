package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.image.BaseImages;
import io.beanpole.deploy.image.Images;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.spec.BaseSpec;
import io.beanpole.deploy.spec.ImageSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** All images of a deployment, their bases first, side by side. */
final class ImageBuild {
    private final Images images;
    private final BaseImages bases;
    private final boolean needsBases;
    private final Progress progress;

    ImageBuild(Images images, BaseImages bases, boolean needsBases, Progress progress) {
        this.images = images;
        this.bases = bases;
        this.needsBases = needsBases;
        this.progress = progress;
    }

    /** The pushed image of each description. */
    Map<ImageSpec, PushedImage> push(Collection<ImageSpec> specs, String commit) {
        var baseSpecs = specs.stream().map(ImageSpec::base).distinct().toList();
        var pushedBases = sideBySide(baseSpecs, this::base);
        return sideBySide(
                specs,
                image -> images.application(image, pushedBases.getOrDefault(image.base(), Optional.empty()), commit));
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

    private static <S, T> Map<S, T> sideBySide(Collection<S> specs, Work<S, T> work) {
        var distinct = List.copyOf(new java.util.LinkedHashSet<>(specs));
        var threads = Executors.newFixedThreadPool(Math.max(1, distinct.size()));
        try {
            var tasks = new ArrayList<Callable<T>>();
            distinct.forEach(spec -> tasks.add(() -> work.on(spec)));
            var results = threads.invokeAll(tasks);
            var done = new LinkedHashMap<S, T>();
            for (int i = 0; i < distinct.size(); i++) {
                done.put(distinct.get(i), results.get(i).get());
            }
            return done;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new DeployException("An image could not be built: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Building images was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What is done for each of several things. */
    @FunctionalInterface
    private interface Work<S, T> {
        T on(S spec);
    }
}
