package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.release.DiffLine.Kind;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Dockerrun file as text and as fields, without a window. */
class DockerrunFormTest {
    private static final String DEPLOYED = ReleaseDesk.dockerrun("1");

    private final DockerrunForm form = new DockerrunForm();

    @BeforeEach
    void load() {
        form.load(Optional.of(DEPLOYED), Optional.empty(), false);
    }

    @Test
    void whatIsDeployedFillsTheFieldsAndDiffersInNothing() {
        assertThat(form.imageProperty().get()).isEqualTo(ReleaseDesk.image("1").pinned());
        assertThat(form.memoryProperty().get()).isEqualTo("768");
        assertThat(form.portsProperty().get()).isEqualTo("80:8080");
        assertThat(form.findings()).isEmpty();
        assertThat(form.changes()).isEmpty();
    }

    @Test
    void aFieldChangesTheTextAndTheDifference() {
        form.memoryProperty().set("1024");

        assertThat(DockerrunDocument.parse(form.textProperty().get())
                        .container()
                        .memory())
                .hasValue(1024);
        assertThat(form.changes())
                .contains(
                        new DiffLine(Kind.REMOVED, "-      \"memory\": 768,"),
                        new DiffLine(Kind.ADDED, "+      \"memory\": 1024,"));
    }

    @Test
    void theTextChangesTheFields() {
        form.textProperty().set(DEPLOYED.replace("768", "512"));

        assertThat(form.memoryProperty().get()).isEqualTo("512");
    }

    @Test
    void whatATypistHasHalfDoneLeavesTheTextAlone() {
        form.portsProperty().set("80:8080, 9");
        var before = form.textProperty().get();

        form.portsProperty().set("80:8080, 90:");

        assertThat(form.textProperty().get()).isEqualTo(before);
        assertThat(form.findings()).first().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("form: ports");
            assertThat(finding.isError()).isTrue();
        });

        form.portsProperty().set("80:8080, 90:90");

        assertThat(form.findings()).isEmpty();
        assertThat(form.textProperty().get()).contains("\"hostPort\": 90");
    }

    @Test
    void variablesAndCommandAreWrittenLineByLine() {
        form.environmentProperty().set("MODE=fast\nURL=http://a?b=c\n\n");
        form.commandProperty().set("java\n-jar\napp.jar");

        var container = DockerrunDocument.parse(form.textProperty().get()).container();

        assertThat(container.environment())
                .extracting(variable -> variable.name() + "|" + variable.value())
                .containsExactly("MODE|fast", "URL|http://a?b=c");
        assertThat(container.command()).containsExactly("java", "-jar", "app.jar");
    }

    @Test
    void aVolumeIsWrittenAsALine() {
        form.volumesProperty().set("/var/app/data:/data:ro");

        var document = DockerrunDocument.parse(form.textProperty().get());
        assertThat(document.containers().volumes())
                .singleElement()
                .satisfies(volume -> assertThat(volume.hostPath()).isEqualTo("/var/app/data"));
        assertThat(form.textProperty().get()).contains("awseb-logs-web");
    }

    @Test
    void aTextThatIsNoJsonLocksTheFieldsAndSaysWhere() {
        form.textProperty().set("{\n  oops\n}");

        assertThat(form.whyNotEditableProperty().get()).contains("no JSON: look at line 2");
        assertThat(form.memoryProperty().get()).isEqualTo("768");
        assertThat(form.findings()).extracting(DockerrunFinding::line).containsExactly(2);

        form.reset();

        assertThat(form.whyNotEditableProperty().get()).isEmpty();
        assertThat(form.changes()).isEmpty();
    }

    @Test
    void aFileOfVersionOneIsShownButNotEditedByTheFields() {
        form.textProperty().set("{\"AWSEBDockerrunVersion\": \"1\", \"Image\": {\"Name\": \"a\"}}");

        assertThat(form.whyNotEditableProperty().get()).contains("version 1");
        assertThat(form.imageProperty().get()).isEmpty();
    }

    @Test
    void howTheTextIsLaidOutIsNoChange() {
        form.textProperty().set(DEPLOYED.replace("\n", " ").replace("  ", " "));

        assertThat(form.changes()).isEmpty();
    }

    @Test
    void anEnvironmentWithoutAFileBeginsWithASkeleton() {
        form.load(Optional.empty(), Optional.empty(), true);

        assertThat(form.portsProperty().get()).isEqualTo("80:8080");
        assertThat(form.findings())
                .extracting(DockerrunFinding::message)
                .containsExactly("No image is named, so nothing can be started.");
    }

    @Test
    void whatSomebodyElseDeployedIsFollowedUnlessItWasEditedHere() {
        form.rebase(Optional.of(ReleaseDesk.dockerrun("2")));
        assertThat(form.imageProperty().get()).isEqualTo(ReleaseDesk.image("2").pinned());

        form.memoryProperty().set("900");
        form.rebase(Optional.of(ReleaseDesk.dockerrun("3")));

        assertThat(form.memoryProperty().get()).isEqualTo("900");
        assertThat(form.changes())
                .anyMatch(line -> line.text().contains(ReleaseDesk.image("3").digest()));
    }
}
