package io.beanpole.cloud.beanstalk.catalog;

/** Where the catalogue writes what happened; DescribeEvents shows it. */
public interface CatalogEvents {
    /**
     * Writes an event.
     *
     * @param severity AWS's word, as in {@code INFO}
     */
    void tell(String severity, CatalogSubject subject, String message, String requestId);
}
