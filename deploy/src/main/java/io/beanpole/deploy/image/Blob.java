package io.beanpole.deploy.image;

/**
 * A layer or the configuration of an image, as its manifest tells of it.
 *
 * @param digest sha256:...
 * @param size in bytes
 * @param isElsewhere whether the manifest names an address of its own for it, so that no registry keeps it
 */
record Blob(String digest, long size, boolean isElsewhere) {}
