package io.beanpole.deploy.release;

/**
 * Why a deployment is made, and what it belongs to.
 *
 * @param note in the words of the person who deploys; may be empty
 * @param commit the commit that the version was built from; empty where nobody knows
 * @param releaseId what deployments of one release have in common; empty for one by itself
 */
public record Purpose(String note, String commit, String releaseId) {
    /** Of a deployment by itself that was built elsewhere. */
    public static Purpose of(String note) {
        return new Purpose(note, "", "");
    }

    /** The same purpose as part of a release. */
    public Purpose in(String release) {
        return new Purpose(note, commit, release);
    }
}
