package io.beanpole.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beanpole.deploy.plan.OptionChange.Shadow;
import io.beanpole.deploy.spec.OptionName;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who wins. */
class OptionComparisonTest {
    private static final OptionName COLOUR = new OptionName("paint", "Colour");

    private final Map<OptionName, String> present = new HashMap<>();
    private final Map<OptionName, String> wanted = new HashMap<>();
    private final Map<OptionName, String> before = new HashMap<>();
    private final Map<OptionName, String> after = new HashMap<>();
    private final Map<OptionName, String> saved = new HashMap<>();
    private final Map<OptionName, OptionFact> options = new HashMap<>();

    @Test
    void whatIsSetOnTheEnvironmentBeatsTheFiles() {
        present.put(COLOUR, "red");
        before.put(COLOUR, "green");
        after.put(COLOUR, "blue");

        assertThat(change())
                .returns("red", OptionChange::before)
                .returns(OptionSource.API, OptionChange::beforeFrom)
                .returns("red", OptionChange::after)
                .returns(false, OptionChange::takesEffect);
        assertThat(change().shadowed()).containsExactly(new Shadow(OptionSource.EBEXTENSIONS, "blue"));
    }

    @Test
    void aSavedConfigurationBeatsTheFilesToo() {
        present.put(COLOUR, "red");
        saved.put(COLOUR, "red");
        after.put(COLOUR, "blue");

        assertThat(change())
                .returns(OptionSource.SAVED_CONFIGURATION, OptionChange::afterFrom)
                .returns("red", OptionChange::after);
    }

    @Test
    void aFileThatChangesTakesEffectWhereNobodyStrongerSpeaks() {
        present.put(COLOUR, "green");
        before.put(COLOUR, "green");
        after.put(COLOUR, "blue");

        assertThat(change())
                .returns(OptionSource.EBEXTENSIONS, OptionChange::beforeFrom)
                .returns("blue", OptionChange::after);
    }

    @Test
    void whatTheDeploymentSetsBeatsAll() {
        present.put(COLOUR, "green");
        before.put(COLOUR, "green");
        after.put(COLOUR, "blue");
        saved.put(COLOUR, "white");
        wanted.put(COLOUR, "black");

        assertThat(change()).returns("black", OptionChange::after).returns(OptionSource.API, OptionChange::afterFrom);
        assertThat(change().shadowed())
                .containsExactly(
                        new Shadow(OptionSource.SAVED_CONFIGURATION, "white"),
                        new Shadow(OptionSource.EBEXTENSIONS, "blue"));
    }

    @Test
    void anOptionThatTheFilesNoLongerSetFallsBackToTheDefault() {
        present.put(COLOUR, "green");
        before.put(COLOUR, "green");
        options.put(COLOUR, new OptionFact("grey", "RestartEnvironment"));

        assertThat(change())
                .returns("grey", OptionChange::after)
                .returns(OptionSource.DEFAULT, OptionChange::afterFrom)
                .returns("RestartEnvironment", OptionChange::severity);
    }

    @Test
    void nothingIsSaidOfWhatStaysWithoutContradiction() {
        present.put(COLOUR, "TRUE");
        before.put(COLOUR, "true");
        after.put(COLOUR, "true");
        wanted.put(COLOUR, "true");

        assertThat(comparison().changes()).isEmpty();
    }

    @Test
    void aSecretIsSaidToChangeButNotShown() {
        var password = new OptionName(OptionName.PROPERTIES, "RDS_PASSWORD");
        present.put(password, "hunter2");
        wanted.put(password, "hunter3");

        assertThat(comparison().changes())
                .extracting(OptionChange::before, OptionChange::after, OptionChange::takesEffect)
                .containsExactly(tuple("(hidden)", "(hidden, another)", true));
    }

    private OptionChange change() {
        var changes = comparison().changes();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private OptionComparison comparison() {
        return new OptionComparison(present, wanted, before, after, saved, options);
    }
}
