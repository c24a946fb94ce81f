package io.beanpole.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightTest {
    @ParameterizedTest
    @CsvSource({
        "Sqs, SendMessage, sqs:SendMessage",
        "Sqs, SendMessageBatch, sqs:SendMessage",
        "Sqs, DeleteMessageBatch, sqs:DeleteMessage",
        "Sqs, ChangeMessageVisibilityBatch, sqs:ChangeMessageVisibility",
        "S3, HeadObject, s3:GetObject",
        "Elastic Beanstalk, UpdateEnvironment, elasticbeanstalk:UpdateEnvironment",
    })
    void anOperationNeedsTheRightThatIamNames(String service, String operation, String right) {
        assertThat(new Right(service, operation)).hasToString(right);
    }
}
