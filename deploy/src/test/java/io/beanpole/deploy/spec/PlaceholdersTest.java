package io.beanpole.deploy.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import org.junit.jupiter.api.Test;

/** What stands for what in a value. */
class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders()
            .with("stage", name -> "local")
            .with("lane", name -> "queue of " + name)
            .with("database", name -> {
                throw new DeployException("there is no database.", "Start one.");
            });

    @Test
    void severalPlaceholdersOfOneValueAreFilledIn() {
        assertThat(placeholders.fill("key", "a-${stage}-${lane:fast.queueUrl}$"))
                .isEqualTo("a-local-queue of fast.queueUrl$");
    }

    @Test
    void anUnknownPlaceholderNamesTheKeyAndWhatIsKnown() {
        assertThatThrownBy(() -> placeholders.fill("environments.web.X", "${moon}"))
                .hasMessage("deployment.yml: environments.web.X asks for ${moon}, which nothing here knows;"
                        + " known are database, lane, stage.");
    }

    @Test
    void aSourceThatCannotAnswerSaysWhyAndWhatToDo() {
        assertThatThrownBy(() -> placeholders.fill("X", "${database.port}"))
                .hasMessage("deployment.yml: X asks for ${database.port}, but there is no database.")
                .satisfies(e -> assertThat(((DeployException) e).suggestion()).contains("Start one."));
    }

    @Test
    void theNamesOfOneKindCanBeAskedFor() {
        assertThat(Placeholders.asked("${lane:a.queueUrl} ${stage} ${lane:b.queueUrl}", "lane"))
                .containsExactly("a.queueUrl", "b.queueUrl");
    }
}
