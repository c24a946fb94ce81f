package io.beanpole.scaling.why;

/** A verdict and the sentence that says it with its numbers and times. */
record Answer(Verdict verdict, String sentence) {}
