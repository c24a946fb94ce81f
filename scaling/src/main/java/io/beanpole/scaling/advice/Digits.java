package io.beanpole.scaling.advice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers as metric math reads them: plain, and exact enough however small they are. */
final class Digits {
    private static final MathContext SIX = new MathContext(6);

    private Digits() {}

    /** Six significant digits, without exponent and without the zeros that say nothing. */
    static String of(double value) {
        return BigDecimal.valueOf(value).round(SIX).stripTrailingZeros().toPlainString();
    }

    /** The same, rounded up. */
    static String above(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(SIX.getPrecision(), RoundingMode.CEILING))
                .stripTrailingZeros()
                .toPlainString();
    }
}
