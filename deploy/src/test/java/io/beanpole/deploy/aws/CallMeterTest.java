package io.beanpole.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CallMeterTest {
    private static final Offset<Double> A_CENT = within(0.01);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final CallMeter meter = new CallMeter(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void metricsArePaidOneByOneAndElasticBeanstalkIsFree() {
        meter.sent("CloudWatch", "GetMetricData", 100);
        meter.sent("Elastic Beanstalk", "DescribeEnvironments", 0);

        var spending = meter.spending();

        assertThat(spending.callsPerMinute()).isEqualTo(2);
        // 100 metrics a minute, 43,200 minutes, a cent per thousand.
        assertThat(spending.dollarsPerMonth()).isCloseTo(43.20, A_CENT);
    }

    @Test
    void queuesAndBucketsArePaidByTheRequest() {
        for (int request = 0; request < 60; request++) {
            meter.sent("SQS", "GetQueueAttributes", 0);
        }
        assertThat(meter.spending().dollarsPerMonth()).isCloseTo(1.04, A_CENT);

        meter.sent("S3", "PutObject", 0);
        meter.sent("S3", "GetObject", 0);
        meter.sent("S3", "DeleteObject", 0);
        assertThat(meter.spending().dollarsPerMonth()).isCloseTo(1.04 + 0.216 + 0.017, A_CENT);
    }

    @Test
    void whatIsOlderThanAMinuteIsForgotten() {
        meter.sent("SQS", "GetQueueAttributes", 0);
        now = now.plusSeconds(61);

        assertThat(meter.spending()).isEqualTo(Spending.NONE);
    }
}
