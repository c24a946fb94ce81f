package io.beanpole.scaling.check;

/**
 * One thing that is wrong with a design.
 *
 * @param place the alarm or policy, or the group
 * @param what is wrong, as a sentence
 * @param consequence what comes of it
 * @param repair what to write instead
 */
public record Finding(Flaw flaw, String place, String what, String consequence, String repair) {}
