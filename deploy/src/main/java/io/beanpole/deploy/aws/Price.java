package io.beanpole.deploy.aws;

import java.util.regex.Pattern;

/**
 * What a request costs, in dollars, where AWS charges requests at all: the list prices of most regions, read on 2026-11-21
 * from https://aws.amazon.com/cloudwatch/pricing/ (GetMetricData 0.01 per 1,000 metrics, other requests 0.01 per 1,000),
 * https://aws.amazon.com/sqs/pricing/ (0.40 per million) and https://aws.amazon.com/s3/pricing/ (0.0004 per 1,000 of GET
 * and the like, 0.005 per 1,000 of PUT, COPY, POST and LIST; deletions are free). Free tiers are left out, because
 * whatever else runs in the account uses them up. Elastic Beanstalk, Auto Scaling, ECR, STS, IAM and EC2 charge none.
 */
final class Price {
    private static final double CLOUDWATCH = 0.01 / 1_000;
    private static final double SQS = 0.40 / 1_000_000;
    private static final double S3_READ = 0.0004 / 1_000;
    private static final double S3_WRITE = 0.005 / 1_000;
    private static final Pattern READS = Pattern.compile("(Get|Head|Select).*");

    private Price() {}

    /** @param metrics how many metrics a GetMetricData asks for */
    static double of(String service, String operation, int metrics) {
        return switch (service) {
            case "CloudWatch" -> operation.equals("GetMetricData") ? metrics * CLOUDWATCH : CLOUDWATCH;
            case "SQS" -> SQS;
            case "S3" ->
                operation.startsWith("Delete") ? 0 : READS.matcher(operation).matches() ? S3_READ : S3_WRITE;
            default -> 0;
        };
    }
}
