package io.beanpole.deploy.aws;

/** A fixed key pair; only the local cloud hands one out. */
public record AccessKey(String id, String secret) {
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
