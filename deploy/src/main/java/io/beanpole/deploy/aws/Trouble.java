package io.beanpole.deploy.aws;

/** What kind of trouble a call to AWS was in, for programs that act on it; the sentence for people stands beside it. */
public enum Trouble {
    /** The credentials have expired, or nobody has signed in. */
    SIGNED_OUT,
    /** AWS answers more slowly on purpose, because this account asks too often. */
    THROTTLED,
    /** The credentials lack a right. */
    FORBIDDEN,
    /** There is no way to AWS: no network, no such host, nothing that answers. */
    UNREACHED,
    /** The clock of this machine is not AWS's. */
    CLOCK,
    /** Everything else; AWS had a reason of its own. */
    OTHER
}
