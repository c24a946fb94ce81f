package io.beanpole.scaling.why;

/**
 * An instance of a group now.
 *
 * @param lifecycle AWS's word, such as InService
 */
public record GroupInstance(String id, String lifecycle, boolean isProtected) {
    boolean isInService() {
        return lifecycle.equals("InService");
    }
}
