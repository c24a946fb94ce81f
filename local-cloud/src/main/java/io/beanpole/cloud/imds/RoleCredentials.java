package io.beanpole.cloud.imds;

/** The role of an instance and the keys that it hands out. */
public record RoleCredentials(String role, String accessKeyId, String secretAccessKey) {
    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "RoleCredentials[" + role + "]";
    }
}
