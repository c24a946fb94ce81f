package io.beanpole.console.connection;

/** The way to a cloud. */
public sealed interface Reach {
    /** What tells this way from all others, as the settings keep it: "local", "stage production", "profile ops eu-west-1". */
    String id();

    /** The local cloud of the checkout. */
    record Local() implements Reach {
        @Override
        public String id() {
            return "local";
        }
    }

    /**
     * A stage of the checkout's deployment.yml.
     *
     * @param isLocal whether it lives in the local cloud, which comes and goes
     */
    record Stage(String name, boolean isLocal) implements Reach {
        @Override
        public String id() {
            return "stage " + name;
        }
    }

    /**
     * A profile of ~/.aws, which may hold keys, sign in by SSO or assume a role.
     *
     * @param region empty for the profile's own
     */
    record Profile(String name, String region) implements Reach {
        @Override
        public String id() {
            return ("profile " + name + " " + region).strip();
        }
    }
}
