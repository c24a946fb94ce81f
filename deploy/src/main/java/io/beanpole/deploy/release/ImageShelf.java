package io.beanpole.deploy.release;

/** The images that versions name. */
public interface ImageShelf {
    /**
     * Whether an image can still be pulled.
     *
     * @param reference as it stands in a Dockerrun file
     */
    boolean has(String reference);
}
