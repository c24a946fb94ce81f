package io.beanpole.deploy.foundation;

/** An object of a bucket; another ETag means another content. */
public record StoredObject(String key, String etag) {}
