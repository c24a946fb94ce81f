package io.beanpole.deploy.image;

/** An image that a registry has: its repository's address, its tag and its digest. */
public record PushedImage(String repository, String tag, String digest) {
    /** The reference that can never mean anything else. */
    public String pinned() {
        return repository + "@" + digest;
    }
}
