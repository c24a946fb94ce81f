package io.beanpole.deploy.plan;

/** An option of a platform: its default, empty for none, and what a change does (ChangeSeverity). */
public record OptionFact(String defaultValue, String severity) {
    /** An option that the platform doesn't describe, a property for instance. */
    public static final OptionFact UNDESCRIBED = new OptionFact("", "Unknown");
}
