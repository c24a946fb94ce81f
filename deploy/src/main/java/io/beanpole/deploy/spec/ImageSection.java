package io.beanpole.deploy.spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sections of deployment.yml that describe images and what they stand on. */
final class ImageSection {
    private final Path root;

    ImageSection(Path root) {
        this.root = root;
    }

    Map<String, BaseSpec> bases(SpecNode top) {
        var bases = new LinkedHashMap<String, BaseSpec>();
        top.children("bases").forEach((name, node) -> {
            node.knowing("repository", "packages");
            bases.put(name, new BaseSpec(name, node.text("repository"), node.list("packages")));
        });
        return bases;
    }

    Map<String, ImageSpec> images(SpecNode top, Map<String, BaseSpec> bases) {
        var images = new LinkedHashMap<String, ImageSpec>();
        top.children("images").forEach((name, node) -> images.put(name, image(name, node, bases)));
        return images;
    }

    /** One that was built elsewhere says {@code archive} or {@code reference}, and nothing of how it is built. */
    private ImageSpec image(String name, SpecNode node, Map<String, BaseSpec> bases) {
        var archive = node.optionalText("archive");
        if (archive.isPresent()) {
            node.knowing("archive", "repository", "port");
            return new ImageSpec(
                    name,
                    node.text("repository"),
                    node.number("port"),
                    new ImageOrigin.Archive(root.resolve(archive.get())));
        }
        var reference = node.optionalText("reference");
        if (reference.isPresent()) {
            node.knowing("reference", "port");
            return new ImageSpec(name, "", node.number("port"), new ImageOrigin.Existing(reference.get()));
        }
        node.knowing("repository", "base", "classes", "libs", "mainClass", "jvmFlags", "port", "user", "labels");
        return new ImageSpec(name, node.text("repository"), node.number("port"), module(node, bases));
    }

    private ImageOrigin.Module module(SpecNode node, Map<String, BaseSpec> bases) {
        return new ImageOrigin.Module(
                node.lookUp("base", bases),
                root.resolve(node.text("classes")),
                root.resolve(node.text("libs")),
                node.text("mainClass"),
                node.list("jvmFlags"),
                node.text("user"),
                node.texts("labels"));
    }
}
