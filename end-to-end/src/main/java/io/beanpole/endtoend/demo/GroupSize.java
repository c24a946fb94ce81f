package io.beanpole.endtoend.demo;

/** An Auto Scaling group's size. */
record GroupSize(int minimum, int maximum, int desired, int inService) {
    boolean isAtMinimum() {
        return desired <= minimum && inService <= minimum;
    }
}
