package io.beanpole.scaling.metric;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A percentile, or a statistic of what is left of the values between two bounds; see the
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">definitions of
 * CloudWatch's statistics</a>. There is none where only a statistic set of different values was published.
 */
public final class ExtendedStatistic implements PeriodStatistic {
    private static final double PERCENT = 100;
    private static final double SAMPLES_AT_THE_TAIL = 10;
    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{1,10})?";
    private static final Pattern SHORT = Pattern.compile("(p|tm|wm|tc|ts)(" + NUMBER + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONG =
            Pattern.compile("(tm|wm|tc|ts|pr)\\(([-\\d.]*)(%?):([-\\d.]*)(%?)\\)", Pattern.CASE_INSENSITIVE);

    private final String awsName;
    private final Kind kind;
    private final Bounds bounds;

    private ExtendedStatistic(String awsName, Kind kind, Bounds bounds) {
        this.awsName = awsName;
        this.kind = kind;
        this.bounds = bounds;
    }

    /** What is made of the values between the bounds. */
    private enum Kind {
        P,
        TM,
        WM,
        TC,
        TS,
        PR
    }

    /** From where to where: shares from 0 to 1, or values. */
    private record Bounds(double from, double to, boolean areShares) {
        Distribution.Trimmed of(Distribution values) {
            return areShares ? values.betweenShares(from, to) : values.betweenValues(from, to);
        }
    }

    /** The statistic that CloudWatch names so; empty when there is none. */
    public static Optional<ExtendedStatistic> named(String awsName) {
        if (awsName.equalsIgnoreCase("IQM")) {
            return Optional.of(new ExtendedStatistic(awsName, Kind.TM, new Bounds(0.25, 0.75, true)));
        }
        Matcher shortForm = SHORT.matcher(awsName);
        if (shortForm.matches()) {
            double share = Double.parseDouble(shortForm.group(2)) / PERCENT;
            return share > 1
                    ? Optional.empty()
                    : Optional.of(new ExtendedStatistic(awsName, kind(shortForm.group(1)), new Bounds(0, share, true)));
        }
        Matcher longForm = LONG.matcher(awsName);
        return longForm.matches() ? ranged(awsName, longForm) : Optional.empty();
    }

    private static Optional<ExtendedStatistic> ranged(String awsName, Matcher form) {
        boolean shares = form.group(3).equals("%") || form.group(5).equals("%");
        Kind kind = kind(form.group(1));
        try {
            double from = bound(form.group(2), shares, shares ? 0 : Double.NEGATIVE_INFINITY);
            double to = bound(form.group(4), shares, shares ? 1 : Double.POSITIVE_INFINITY);
            boolean mixed = shares && (bare(form.group(2), form.group(3)) || bare(form.group(4), form.group(5)));
            boolean unbounded = form.group(2).isEmpty() && form.group(4).isEmpty();
            if (mixed || unbounded || from >= to || (shares && (kind == Kind.PR || from < 0 || to > 1))) {
                return Optional.empty();
            }
            return Optional.of(new ExtendedStatistic(awsName, kind, new Bounds(from, to, shares)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean bare(String number, String sign) {
        return !number.isEmpty() && sign.isEmpty();
    }

    private static double bound(String text, boolean isShare, double otherwise) {
        return text.isEmpty() ? otherwise : Double.parseDouble(text) / (isShare ? PERCENT : 1);
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String awsName() {
        return awsName;
    }

    @Override
    public double of(StatisticSet values) {
        Distribution known = values.distribution();
        if (known == null) {
            return Double.NaN;
        }
        if (kind == Kind.P) {
            return known.percentile(bounds.to());
        }
        Distribution.Trimmed inside = bounds.of(known);
        return switch (kind) {
            case TC -> inside.count();
            case TS -> inside.sum();
            case PR -> inside.share() * PERCENT;
            case WM -> inside.winsorizedMean();
            default -> inside.sum() / inside.count();
        };
    }

    /** Ten divided by the share of the values at the shorter end: 1,000 samples for p99, 20 for p50. */
    @Override
    public double significantFrom() {
        if (kind != Kind.P) {
            return 1;
        }
        double tail = Math.min(bounds.to(), 1 - bounds.to());
        return tail <= 0 ? 1 : SAMPLES_AT_THE_TAIL / tail;
    }
}
