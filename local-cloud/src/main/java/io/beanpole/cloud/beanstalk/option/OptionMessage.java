package io.beanpole.cloud.beanstalk.option;

/** What validation says of an option setting: an error would refuse it, a warning wouldn't. */
public record OptionMessage(boolean isError, OptionKey option, String message) {
    static OptionMessage error(OptionKey option, String value, String why) {
        return new OptionMessage(
                true, option, "Invalid option value: '" + value + "' " + option.inWords() + ": " + why);
    }

    static OptionMessage warning(OptionKey option, String message) {
        return new OptionMessage(false, option, message);
    }
}
