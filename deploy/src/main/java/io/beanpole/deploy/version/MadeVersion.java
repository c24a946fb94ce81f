package io.beanpole.deploy.version;

/**
 * A version that was asked for.
 *
 * @param sha256 of the bundle's files, packed as this tool packs them
 * @param existed whether it was there already, with the same content
 */
public record MadeVersion(String label, String sha256, boolean existed) {}
