package io.beanpole.deploy.plan;

/** Who may set an option, the strongest first (the developer guide's "Configuration options: Precedence"). */
public enum OptionSource {
    /** Set on the environment itself: by deployment.yml, a console or the API. */
    API("the environment itself"),
    /** A saved configuration that the environment was made with. */
    SAVED_CONFIGURATION("its saved configuration"),
    /** The bundle's option files. */
    EBEXTENSIONS(".ebextensions"),
    /** What the platform does when nobody says anything. */
    DEFAULT("the platform's default"),
    /** Nobody sets it. */
    NONE("nobody");

    private final String words;

    OptionSource(String words) {
        this.words = words;
    }

    /** As it is named in a sentence. */
    public String words() {
        return words;
    }
}
