package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import java.util.List;
import java.util.Objects;

/**
 * Finds what is wrong with a Dockerrun.aws.json or docker-compose.yml before Elastic Beanstalk does. The rules are those
 * of AWS's pages on the formats and of ECS task definitions (reference elastic-beanstalk.md, sections 2.2 to 2.8).
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html">AWS</a>
 */
public final class DockerrunCheck {
    private final CheckContext context;
    private final Findings findings;
    private final DockerrunDocument document;
    private final String text;

    private DockerrunCheck(CheckContext context, DockerrunDocument document, String text) {
        this.context = context;
        this.document = document;
        this.text = text;
        this.findings = new Findings(document.lines(text));
    }

    /**
     * Everything wrong with a file of which only the tier is known, in the order of its lines.
     *
     * @param isWorker whether it is for a worker environment, where sqsd posts to port 80 of the instance
     */
    public static List<DockerrunFinding> of(String text, boolean isWorker) {
        return of(text, CheckContext.of(isWorker)).stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    /** Everything wrong with a Dockerrun.aws.json in its place, in the order of its lines. */
    public static List<DockerrunFinding> of(String text, CheckContext context) {
        try {
            return new DockerrunCheck(context, DockerrunDocument.parse(text), text).dockerrun();
        } catch (DockerrunSyntaxException e) {
            return unreadable(e, "Mend the JSON on this line or the one before.");
        }
    }

    /** Everything wrong with a docker-compose.yml in its place, in the order of its lines. */
    public static List<DockerrunFinding> ofCompose(String text, CheckContext context) {
        try {
            return new DockerrunCheck(context, DockerrunDocument.parseCompose(text), text).compose();
        } catch (DockerrunSyntaxException e) {
            return unreadable(e, "Mend the YAML on this line or the one before.");
        }
    }

    private static List<DockerrunFinding> unreadable(DockerrunSyntaxException e, String repair) {
        var message = Objects.requireNonNullElse(e.getMessage(), "This can't be read.");
        return List.of(new DockerrunFinding(Severity.ERROR, "", e.line(), message, repair));
    }

    private List<DockerrunFinding> compose() {
        suits(Format.COMPOSE);
        new ComposeCheck(context, findings).file(document.root(), text);
        return findings.sorted();
    }

    private List<DockerrunFinding> dockerrun() {
        var place = "/" + DockerrunDocument.VERSION;
        document.format().ifPresent(this::suits);
        switch (document.version()) {
            case 1 -> {
                isString(place);
                new SingleCheck(context, findings).file(document.root());
            }
            case 2 -> new TaskCheck(context, findings).file(document.root(), text);
            case 3 -> {
                isString(place);
                login();
            }
            default ->
                findings.error(
                        place,
                        "Elastic Beanstalk needs to know the format's version: 1, 2 or 3.",
                        "Add \"AWSEBDockerrunVersion\": 2.");
        }
        return findings.sorted();
    }

    private void isString(String place) {
        if (!document.root().path(DockerrunDocument.VERSION).isString()) {
            findings.warning(
                    place,
                    "Version " + document.version() + " is a string in AWS's format.",
                    "Write \"" + document.version() + "\".");
        }
    }

    private void login() {
        new LoginCheck(context, findings).login(document.root(), LoginNotation.INSTANCE, Format.V3);
        document.format()
                .orElse(Format.V3)
                .notation()
                .foreign(document.root())
                .forEach(field ->
                        findings.warning(field, "Version 3 knows Authentication only; this is ignored.", "Delete it."));
        if (!context.beside().isEmpty() && !context.beside().contains(Format.COMPOSE.fileName())) {
            findings.error(
                    "",
                    "Version 3 only holds the registry login of a docker-compose.yml, and none lies beside.",
                    "Add the docker-compose.yml, or write version 1.");
        }
    }

    /** Each platform takes its own formats. */
    private void suits(Format format) {
        var suits = switch (context.platform()) {
            case ECS -> format == Format.V2;
            case DOCKER -> format != Format.V2;
            case UNKNOWN -> true;
        };
        if (!suits) {
            findings.error(
                    format == Format.COMPOSE ? "" : "/" + DockerrunDocument.VERSION,
                    "This is " + format + ", which " + context.platform() + " doesn't take.",
                    "./beanpole dockerrun convert --to "
                            + (context.platform() == Platform.ECS ? "v2" : "v1 or --to compose") + " converts it.");
        }
    }
}
