package io.beanpole.deploy.cli.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a command line as a shell splits it, quotes taken off. */
final class Words {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private Words() {}

    static List<String> of(String line) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(line);
        while (found.find()) {
            words.add(
                    found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3));
        }
        return words;
    }
}
