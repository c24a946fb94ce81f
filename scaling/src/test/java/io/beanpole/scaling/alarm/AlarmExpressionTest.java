package io.beanpole.scaling.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmExpressionTest {
    private static final String ARN = "arn:aws:cloudwatch:eu-central-2:000000000000:alarm:far";
    private static final Map<String, AlarmState> STATES = Map.of(
            "deep",
            AlarmState.ALARM,
            "old",
            AlarmState.OK,
            "quiet night",
            AlarmState.INSUFFICIENT_DATA,
            ARN,
            AlarmState.ALARM);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "ALARM(deep);true",
                "ALARM(\"deep\") AND OK(old);true",
                "ALARM(old) OR ALARM(deep) AND NOT OK(old);false",
                "(ALARM(old) OR ALARM(deep)) AND OK(old);true",
                "NOT NOT ALARM(deep);true",
                "INSUFFICIENT_DATA(\"quiet night\") and TRUE;true",
                "OK(absent) OR ALARM(absent) OR INSUFFICIENT_DATA(absent);false",
                "ALARM(" + ARN + ");true",
                "FALSE;false",
                "AT_LEAST(2, ALARM, (deep, old, " + ARN + "));true",
                "AT_LEAST(50%, ALARM, (deep, old, \"quiet night\"));false",
                "AT_LEAST(2, NOT OK, (deep, old, \"quiet night\"));true"
            })
    void aRuleHoldsByTheStatesOfOtherAlarms(String rule, boolean holds) {
        CompositeDecision decision = CompositeDecision.of(AlarmExpression.parse(rule), STATES, AlarmState.OK);

        assertThat(decision.state()).isEqualTo(holds ? AlarmState.ALARM : AlarmState.OK);
        assertThat(decision.changes()).isEqualTo(holds);
    }

    @Test
    void theAlarmsThatItNeedsAreKnown() {
        assertThat(AlarmExpression.parse("ALARM(a) AND AT_LEAST(1, OK, (\"b c\", d))")
                        .alarms())
                .containsExactlyInAnyOrder("a", "b c", "d");
    }

    @Test
    void theDecisionSaysWhatItLookedAt() {
        CompositeDecision decision = CompositeDecision.of(
                AlarmExpression.parse("ALARM(deep) AND OK(old)"),
                Map.of("deep", AlarmState.ALARM, "old", AlarmState.OK),
                AlarmState.OK);

        assertThat(decision.why())
                .isEqualTo("deep is ALARM, old is OK: the rule ALARM(deep) AND OK(old) holds, so the state becomes"
                        + " ALARM.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALARM|has the end where '(' belongs",
                "ALARM(deep|has the end where ')' belongs",
                "ALARM(deep) OK(old)|has 'OK' where AND, OR or the end belongs",
                "WARM(deep)|has 'WARM' where ALARM, OK",
                "ALARM()|the name or ARN",
                "AT_LEAST(3, ALARM, (a, b))|asks for 3 of 2",
                "AT_LEAST(x, ALARM, (a, b))|a number or a percentage",
                "ALARM(\"deep)|can't be read from"
            })
    void aMistakeIsToldWithItsPlace(String rule, String sentence) {
        assertThatThrownBy(() -> AlarmExpression.parse(rule))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void absurdRulesAreRefusedAndExhaustNothing() {
        assertThatThrownBy(() -> AlarmExpression.parse("(".repeat(10_000) + "TRUE"))
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> AlarmExpression.parse("NOT ".repeat(20_000) + "TRUE"))
                .hasMessageContaining("10240 characters");
        StringBuilder many = new StringBuilder("TRUE");
        for (int i = 0; i <= 100; i++) {
            many.append(" OR ALARM(a").append(i).append(')');
        }
        assertThatThrownBy(() -> AlarmExpression.parse(many.toString())).hasMessageContaining("at most 100 alarms");
    }
}
