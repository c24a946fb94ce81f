package io.beanpole.deploy.image;

/**
 * What a copy came to.
 *
 * @param pinned the image where it is now, by the digest that it had before
 * @param sent how many layers and configurations travelled
 * @param shared how many the registry took over from its other repository
 * @param present how many were there already
 * @param bytesSent of those that travelled
 */
public record CopiedImage(String pinned, int sent, int shared, int present, long bytesSent) {
    /** The copy in words, for whoever waits. */
    public String words() {
        return sent + " blobs sent (" + bytesSent / 1000 + " kB), " + shared + " shared, " + present + " already there";
    }
}
