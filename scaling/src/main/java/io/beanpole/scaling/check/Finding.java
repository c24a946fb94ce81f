package io.beanpole.scaling.check;

import io.beanpole.scaling.why.PlainNames;

/**
 * One thing that is wrong with a design.
 *
 * @param place the alarm or policy, or the group
 * @param what is wrong, as a sentence
 * @param consequence what comes of it
 * @param repair what to write instead
 */
public record Finding(Flaw flaw, String place, String what, String consequence, String repair) {
    public Finding {
        place = PlainNames.in(place);
        what = PlainNames.in(what);
        repair = PlainNames.in(repair);
    }
}
