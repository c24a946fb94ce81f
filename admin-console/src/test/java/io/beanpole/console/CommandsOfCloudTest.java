package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.connection.Reach;
import io.beanpole.console.screen.CopiedCommands;
import org.junit.jupiter.api.Test;

class CommandsOfCloudTest {
    private static final CopiedCommands DEPLOY = new CopiedCommands(
            "./beanpole deploy web --version-label v2",
            "aws elasticbeanstalk update-environment --environment-name web --region eu-central-1 --version-label v2");

    @Test
    void anAwsCommandOfTheLocalCloudNeverReachesTheShellsOwnAccount() {
        var copied = lead(new Reach.Local(), "--endpoint-url http://127.0.0.1:4566 --region eu-central-2", DEPLOY);

        assertThat(copied.aws())
                .isEqualTo("aws --endpoint-url http://127.0.0.1:4566 --region eu-central-2"
                        + " elasticbeanstalk update-environment --environment-name web --version-label v2");
        assertThat(copied.beanpole()).isEqualTo(DEPLOY.beanpole());
    }

    @Test
    void aBeanpoleCommandOfAStageNamesTheStage() {
        var copied = lead(new Reach.Stage("production", false), "--region eu-central-1 --profile ops", DEPLOY);

        assertThat(copied.beanpole()).isEqualTo("./beanpole deploy web --version-label v2 --stage production");
        assertThat(copied.aws()).startsWith("aws --region eu-central-1 --profile ops elasticbeanstalk ");
    }

    @Test
    void aProfileThatIsNoStageHasNoBeanpoleCommandRatherThanAWrongOne() {
        assertThat(lead(new Reach.Profile("ops", ""), "--region eu-central-1 --profile ops", DEPLOY)
                        .beanpole())
                .isEmpty();
    }

    @Test
    void whatOnlyTheLocalCloudKnowsIsNotCopiedForAws() {
        var messages = new CopiedCommands("./beanpole messages express", "");

        assertThat(lead(new Reach.Stage("production", false), "--region eu-central-1", messages))
                .isEqualTo(CopiedCommands.NONE);
        assertThat(lead(new Reach.Stage("rehearsal", true), "--region eu-central-1", messages)
                        .beanpole())
                .isEqualTo("./beanpole messages express --stage rehearsal");
    }

    private static CopiedCommands lead(Reach reach, String options, CopiedCommands commands) {
        return new CommandsOfCloud(reach, options).lead(commands);
    }
}
