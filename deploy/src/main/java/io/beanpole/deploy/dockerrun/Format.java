package io.beanpole.deploy.dockerrun;

/**
 * The formats that tell an environment what to run.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html">AWS</a>
 */
public enum Format {
    /** One container on the Docker platform, behind its nginx. */
    V1(SingleNotation.INSTANCE, "Dockerrun.aws.json", "Dockerrun version 1"),
    /** Containers of one ECS task on the ECS-managed platform. */
    V2(TaskNotation.INSTANCE, "Dockerrun.aws.json", "Dockerrun version 2"),
    /** Nothing but the registry login beside a docker-compose.yml. */
    V3(LoginNotation.INSTANCE, "Dockerrun.aws.json", "Dockerrun version 3"),
    /** Docker Compose on the Docker platform, without its nginx. */
    COMPOSE(ComposeNotation.INSTANCE, "docker-compose.yml", "docker-compose.yml");

    private final Notation notation;
    private final String fileName;
    private final String words;

    Format(Notation notation, String fileName, String words) {
        this.notation = notation;
        this.fileName = fileName;
        this.words = words;
    }

    Notation notation() {
        return notation;
    }

    /** What the file is called in a source bundle. */
    public String fileName() {
        return fileName;
    }

    @Override
    public String toString() {
        return words;
    }
}
