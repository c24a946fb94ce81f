package io.beanpole.deploy.cli.image;

import java.util.List;

/**
 * A file that was made for an environment.
 *
 * @param file its name in a source bundle
 * @param text its content
 * @param images of its containers, by digest
 */
record GeneratedFile(String file, String text, List<String> images) {}
