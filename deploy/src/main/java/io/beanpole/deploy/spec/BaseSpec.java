package io.beanpole.deploy.spec;

import java.util.List;

/** A base image: a Java runtime and the Debian packages that an application needs beside it. */
public record BaseSpec(String name, String repository, List<String> packages) {}
