package io.beanpole.scaling.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmEvaluationTest {
    private static final Instant END = Instant.parse("2026-11-21T08:01:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double WITHIN = 3;
    private static final double BREACH = 37;

    private static AlarmRule rule(int periods, int toAlarm, MissingData missingData) {
        return new AlarmRule(Comparison.GREATER_OR_EQUAL, 10, periods, toAlarm, missingData);
    }

    private static Grid range(int size) {
        return Grid.endingAt(END, MINUTE, size);
    }

    /** Reads {@code "0 - X"} as CloudWatch's documentation writes it, the newest on the right. */
    private static List<Datapoint> datapoints(String picture) {
        String[] signs = picture.split(" ");
        Grid range = range(signs.length);
        List<Datapoint> datapoints = new ArrayList<>();
        for (int i = 0; i < signs.length; i++) {
            if (!signs[i].equals("-")) {
                datapoints.add(
                        new Datapoint(range.start(i), signs[i].equals("X") ? BREACH : WITHIN, OptionalDouble.of(1)));
            }
        }
        return datapoints;
    }

    private static AlarmDecision evaluate(AlarmRule rule, String picture, AlarmState current) {
        return AlarmEvaluation.of(rule, range(picture.split(" ").length), datapoints(picture), current);
    }

    private static String stateOf(int toAlarm, MissingData missingData, String picture) {
        AlarmDecision verdict = evaluate(rule(3, toAlarm, missingData), picture, AlarmState.OK);
        return verdict.retained() ? "RETAIN" : verdict.state().name();
    }

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, OK, OK, OK, OK",
        "0 - - - -, OK, OK, OK, OK",
        "- - - - -, INSUFFICIENT_DATA, RETAIN, ALARM, OK",
        "0 X X - X, ALARM, ALARM, ALARM, ALARM",
        "- - X - -, ALARM, RETAIN, ALARM, OK",
        "- - - - X, INSUFFICIENT_DATA, RETAIN, ALARM, OK",
        "- - - X -, INSUFFICIENT_DATA, RETAIN, ALARM, OK",
        "X - - - -, ALARM, RETAIN, ALARM, OK"
    })
    void threeOfThreeIsAsInTheDocumentedTable(
            String picture, String missing, String ignore, String breaching, String notBreaching) {
        assertThat(stateOf(3, MissingData.MISSING, picture)).isEqualTo(missing);
        assertThat(stateOf(3, MissingData.IGNORE, picture)).isEqualTo(ignore);
        assertThat(stateOf(3, MissingData.BREACHING, picture)).isEqualTo(breaching);
        assertThat(stateOf(3, MissingData.NOT_BREACHING, picture)).isEqualTo(notBreaching);
    }

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, ALARM, ALARM, ALARM, ALARM",
        "0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
        "0 - X - -, OK, OK, ALARM, OK",
        "- - - - 0, OK, OK, ALARM, OK",
        "- - - X -, ALARM, RETAIN, ALARM, OK",
        "- - - - X, INSUFFICIENT_DATA, RETAIN, ALARM, OK"
    })
    void twoOfThreeIsAsInTheDocumentedTable(
            String picture, String missing, String ignore, String breaching, String notBreaching) {
        assertThat(stateOf(2, MissingData.MISSING, picture)).isEqualTo(missing);
        assertThat(stateOf(2, MissingData.IGNORE, picture)).isEqualTo(ignore);
        assertThat(stateOf(2, MissingData.BREACHING, picture)).isEqualTo(breaching);
        assertThat(stateOf(2, MissingData.NOT_BREACHING, picture)).isEqualTo(notBreaching);
    }

    @ParameterizedTest
    @EnumSource(MissingData.class)
    void withoutGapsOnlyTheLastPeriodsCountWhateverTheTreatment(MissingData missingData) {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            int periods = 1 + random.nextInt(6);
            int toAlarm = 1 + random.nextInt(periods);
            AlarmRule rule = rule(periods, toAlarm, missingData);
            StringBuilder picture = new StringBuilder();
            for (int i = 0; i < rule.range(); i++) {
                picture.append(random.nextBoolean() ? "X " : "0 ");
            }
            String text = picture.toString().strip();
            String last = text.substring(text.length() - (2 * periods - 1));
            long breaches = last.chars().filter(sign -> sign == 'X').count();

            AlarmDecision verdict = evaluate(rule, text, AlarmState.INSUFFICIENT_DATA);

            assertThat(verdict.state())
                    .as("%d of %d over %s", toAlarm, periods, text)
                    .isEqualTo(breaches >= toAlarm ? AlarmState.ALARM : AlarmState.OK);
            assertThat(verdict.evaluated()).hasSize(periods);
        }
    }

    @Test
    void moreBreachesNeverTurnAnAlarmIntoOk() {
        Random random = new Random(11);
        for (int round = 0; round < 4_000; round++) {
            int periods = 1 + random.nextInt(5);
            AlarmRule rule = rule(periods, 1 + random.nextInt(periods), MissingData.values()[random.nextInt(4)]);
            StringBuilder picture = new StringBuilder();
            for (int i = 0; i < rule.range(); i++) {
                picture.append("X0-".charAt(random.nextInt(3))).append(' ');
            }
            String before = picture.toString().strip();
            if (evaluate(rule, before, AlarmState.OK).state() == AlarmState.ALARM) {
                assertThat(evaluate(rule, before.replace('0', 'X'), AlarmState.OK)
                                .state())
                        .as("%s over %s", rule, before)
                        .isEqualTo(AlarmState.ALARM);
            }
        }
    }

    @Test
    void anAlarmKeepsItsStateWhileMissingDataIsIgnored() {
        AlarmRule rule = rule(1, 1, MissingData.IGNORE);

        assertThat(evaluate(rule, "- - -", AlarmState.ALARM))
                .extracting(AlarmDecision::state, AlarmDecision::retained)
                .containsExactly(AlarmState.ALARM, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1|MISSING|0 0 X|Threshold Crossed: 1 out of the last 1 datapoints [37.0 (21/11/26 08:00:00)] was greater"
                        + " than or equal to the threshold (10.0) (minimum 1 datapoint for OK -> ALARM transition).",
                "1|1|MISSING|0 0 0|Threshold Crossed: 1 out of the last 1 datapoints [3.0 (21/11/26 08:00:00)] was not"
                        + " greater than or equal to the threshold (10.0) (minimum 1 datapoint for ALARM -> OK"
                        + " transition).",
                "3|2|MISSING|X 0 X 0 X|Threshold Crossed: 2 out of the last 3 datapoints [37.0 (21/11/26 08:00:00), 37.0"
                        + " (21/11/26 07:58:00)] were greater than or equal to the threshold (10.0) (minimum 2 datapoints"
                        + " for OK -> ALARM transition).",
                "1|1|MISSING|- - -|Insufficient Data: 1 datapoint was unknown.",
                "3|3|MISSING|- - - - X|Insufficient Data: 2 datapoints were unknown.",
                "1|1|BREACHING|- - -|Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint"
                        + " was treated as [Breaching].",
                "5|5|NOT_BREACHING|- - - - - - -|Threshold Crossed: no datapoints were received for 5 periods and 5"
                        + " missing datapoints were treated as [NonBreaching].",
                "3|3|BREACHING|- - - - X|Threshold Crossed: 1 out of the last 3 datapoints [37.0 (21/11/26 08:00:00)] was"
                        + " greater than or equal to the threshold (10.0) and 2 missing datapoints were treated as"
                        + " [Breaching] (minimum 3 datapoints for OK -> ALARM transition).",
                "3|2|BREACHING|- - - - 0|Threshold Crossed: 2 missing datapoints were treated as [Breaching] (minimum 2"
                        + " datapoints for OK -> ALARM transition)."
            })
    void theReasonIsWordedAsCloudWatchWordsIt(
            int periods, int toAlarm, MissingData missingData, String picture, String reason) {
        assertThat(evaluate(rule(periods, toAlarm, missingData), picture, AlarmState.OK)
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void thePeriodsThatWereFilledInAreNamed() {
        AlarmDecision verdict = evaluate(rule(3, 3, MissingData.BREACHING), "- - - X -", AlarmState.OK);

        assertThat(verdict.missing()).containsExactly(END.minus(MINUTE), END.minus(MINUTE.multipliedBy(3)));
    }

    @Test
    void aRuleThatAsksForMoreThanItLooksAtIsRefused() {
        assertThatThrownBy(() -> rule(2, 3, MissingData.MISSING))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("3 of 2");
    }

    @Test
    void aDecisionTellsItsInputsItsRuleAndItsOutcome() {
        AlarmDecision decision = evaluate(rule(3, 2, MissingData.MISSING), "0 X X - X", AlarmState.OK);

        assertThat(decision.decidedBy()).isEqualTo(AlarmDecisionRule.ENOUGH_BREACH);
        assertThat(decision.before()).isEqualTo(AlarmState.OK);
        assertThat(decision.evaluated()).hasSize(3);
        assertThat(decision.why())
                .isEqualTo("3 of 3 values of 3 periods of 60 s are greater than or equal to 10.0, it takes 2: enough"
                        + " values breach, so the state becomes ALARM.");
        assertThat(evaluate(rule(3, 3, MissingData.IGNORE), "- - - - X", AlarmState.OK)
                        .why())
                .endsWith("values are missing, which this alarm ignores, so the state stays OK.");
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 0 0 0, MISSING, TOO_FEW_CAN_BREACH",
        "- - - - -, MISSING, NO_DATA",
        "- - - - -, BREACHING, MISSING_AS_BREACHING",
        "- - - - -, IGNORE, MISSING_IGNORED",
        "- - X - -, NOT_BREACHING, MISSING_AS_NOT_BREACHING",
        "- - X - -, MISSING, OLD_BREACH",
        "- - - - X, MISSING, ONLY_NEW_BREACHES"
    })
    void theRuleThatDecidedIsNamed(String picture, MissingData missingData, AlarmDecisionRule decidedBy) {
        assertThat(evaluate(rule(3, 3, missingData), picture, AlarmState.OK).decidedBy())
                .isEqualTo(decidedBy);
    }

    @Test
    void aPercentileOfTooFewSamplesLeavesTheStateAsItIs() {
        AlarmRule rule = new AlarmRule(Comparison.GREATER_OR_EQUAL, 10, 1, 1, MissingData.MISSING, 1_000);

        AlarmDecision decision = evaluate(rule, "- - X", AlarmState.OK);

        assertThat(decision.decidedBy()).isEqualTo(AlarmDecisionRule.TOO_FEW_SAMPLES);
        assertThat(decision.retained()).isTrue();
        assertThat(decision.state()).isEqualTo(AlarmState.OK);
    }
}
