package io.beanpole.deploy.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** The examples at the end of a command's help: each line there that begins with the script's name. */
public final class Examples {
    private static final String BEGIN = "  ./beanpole ";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private Examples() {}

    /** The arguments of each example, split as a shell does. */
    public static List<List<String>> of(CommandLine command) {
        return Arrays.stream(command.getCommandSpec().usageMessage().footer())
                .filter(line -> line.startsWith(BEGIN))
                .map(line -> words(line.substring(BEGIN.length())))
                .toList();
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(line);
        while (found.find()) {
            words.add(
                    found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3));
        }
        return words;
    }
}
