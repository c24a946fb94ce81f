package io.beanpole.deploy.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An image: which module's classes and libraries it holds and how they are started. */
public record ImageSpec(
        String name,
        String repository,
        BaseSpec base,
        Path classes,
        Path libs,
        String mainClass,
        List<String> jvmFlags,
        int port,
        String user,
        Map<String, String> labels) {}
