package io.beanpole.deploy.bundle;

/**
 * A file of a bundle.
 *
 * @param mode the Unix permissions that the zip gives it, so that a hook stays executable; 0 where it gives none
 */
record BundleFile(byte[] content, int mode) {
    /** A file with the permissions that unpacking gives by itself. */
    static BundleFile plain(byte[] content) {
        return new BundleFile(content, 0);
    }
}
