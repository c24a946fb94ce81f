package io.beanpole.endtoend.demo;

/**
 * An Auto Scaling group's size.
 *
 * @param shielded instances that are protected from scale-in
 */
record GroupSize(int minimum, int maximum, int desired, int inService, int shielded) {
    boolean isAtMinimum() {
        return desired <= minimum && inService <= minimum;
    }
}
