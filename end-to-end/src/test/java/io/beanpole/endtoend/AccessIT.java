package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.aws.AssumedRole;
import io.beanpole.deploy.aws.AwsAccess;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who acts, and how to do the same without Beanpole. */
@InTheHouse
class AccessIT {
    @Test
    void aRoleIsAssumedBeforeAnythingElseIsDone(House house) {
        Map<String, String> exports = house.environment();
        AwsAccess access = new AwsAccess(
                exports.get("AWS_REGION"),
                URI.create(exports.get("AWS_ENDPOINT_URL")),
                null,
                new AccessKey(exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY")),
                new AssumedRole("arn:aws:iam::000000000000:role/people/release-manager", "beanpole", "ann"));

        assertThat(Account.caller(access)).isEqualTo("arn:aws:sts::000000000000:assumed-role/release-manager/ann");
    }

    @Test
    void aCallThatChangesSomethingCanBeCopiedAndRunByTheAwsCommand(House house) {
        assumeTrue(AwsCli.isThere(AccessIT.class));
        // Of a task that is done anyway, so that no dead letter is left behind; the quote is for the shell to stumble
        // over.
        String task = house.program().submit("probe", "express", Map.of());
        String body = "{\"version\": 1, \"id\": \"" + task + "\", \"kind\": \"nobody's\", \"lane\": \"express\"}";
        Command.Outcome sent = house.command("lanes", "send", "express", "--body", body, "--copy-as-aws")
                .run();
        assertThat(sent.exit()).as(sent.err()).isZero();
        String line = sent.err()
                .lines()
                .filter(each -> each.startsWith("aws "))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains(" sqs send-message").contains(" --region eu-central-2 ");

        Command.Outcome copied =
                Command.of("bash", "-c", line).with(house.environment()).run();

        assertThat(copied.exit()).as(copied.err()).isZero();
        assertThat(copied.out()).contains("MessageId");
    }
}
