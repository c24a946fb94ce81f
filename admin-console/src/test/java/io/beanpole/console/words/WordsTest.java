package io.beanpole.console.words;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the one bundle of words: what a person reads stands there, and what stands there is read. */
class WordsTest {
    private static final Path JAVA = Path.of("src/main/java/io/beanpole/console");
    private static final Path RESOURCES = Path.of("src/main/resources/io/beanpole/console");

    private static final Pattern KEY_IN_CODE = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9-]+)+)\"");
    /** Keys that end with a name, as in {@code Words.of("frame.kind." + name)}. */
    private static final Pattern PREFIX_IN_CODE = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9-]+)*\\.)\"\\s*\\+");

    private static final Pattern KEY_IN_FXML = Pattern.compile("\"%([A-Za-z0-9.-]+)\"");
    private static final Pattern TEXT_IN_FXML =
            Pattern.compile("(?:text|promptText|accessibleText|title)=\"([^%\"][^\"]*[A-Za-z][^\"]*)\"");

    /** A literal with two words in it is a sentence, or soon will be one. */
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z']{2,} [A-Za-z']{2,}");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$|LOG\\.log\\([^;]*;");

    @Test
    void everyKeyThatIsNamedIsThere() throws IOException {
        var unknown = new TreeSet<String>();
        for (var key : keysNamed()) {
            if (Words.bundle().keySet().stream().noneMatch(known -> isNamedBy(known, key))) {
                unknown.add(key);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyKeyThatIsThereIsNamed() throws IOException {
        var named = keysNamed();
        var code = new StringBuilder();
        for (var file : files(JAVA, ".java")) {
            code.append(Files.readString(file));
        }
        var prefixes = all(PREFIX_IN_CODE, code.toString());
        assertThat(Words.bundle().keySet())
                .filteredOn(key -> named.stream().noneMatch(name -> isNamedBy(key, name)))
                .filteredOn(key -> prefixes.stream().noneMatch(key::startsWith))
                .as("keys that nothing names")
                .isEmpty();
    }

    @Test
    void noViewHasASentenceOfItsOwn() throws IOException {
        for (var file : files(RESOURCES, ".fxml")) {
            assertThat(all(TEXT_IN_FXML, Files.readString(file))).as("%s", file).isEmpty();
        }
    }

    @Test
    void noClassHasASentenceOfItsOwn() throws IOException {
        for (var file : files(JAVA, ".java")) {
            if (!IS_FOR_PROGRAMS.contains(file.getFileName().toString())) {
                var code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                assertThat(LITERAL.matcher(code)
                                .results()
                                .map(found -> found.group())
                                .filter(literal -> SENTENCE.matcher(literal).find()))
                        .as("%s", file)
                        .noneMatch(WordsTest::isSaidToPeople);
            }
        }
    }

    @Test
    void aNameInASentenceIsPutInAsItIs() {
        assertThat(Words.of("frame.banner.failed", "Reading {0}'s queues"))
                .isEqualTo("Reading {0}'s queues doesn't work.");
    }

    /** The command line and the check of the start speak in the terminal, and other texts are of programs. */
    private static final Set<String> IS_FOR_PROGRAMS = Set.of(
            "ConsoleOptions.java",
            "Launcher.java",
            "FxmlFile.java",
            "Reach.java",
            "SettingsPlace.java",
            "StartCheck.java",
            "Tone.java",
            "Wording.java");

    /** Formats of times, options of commands, and states that can't be. */
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "EEE d MMM HH:mm:ss",
            "EEE HH:mm:ss",
            "d MMM HH:mm:ss",
            "Memory could not be written.",
            "times don't fit",
            "is older than the one before it.",
            "A chart can't show the time from",
            "The table of environments has no column",
            "--message-attribute-names All --queue-url",
            "A value is chosen, not typed:");

    /** What only shells and programmers meet: a command to copy, a state that can't be, a line of the log, a class that is missing. */
    private static boolean isSaidToPeople(String literal) {
        return !FOR_PROGRAMS.contains(literal.substring(1, literal.length() - 1).strip())
                && !literal.startsWith("\"./beanpole ")
                && !literal.startsWith("\"aws ")
                && !literal.contains(" is missing")
                && !literal.contains("{0}:")
                && !literal.contains("No screen is made")
                && !literal.contains("Could not load")
                && !literal.equals("\" failed\"");
    }

    /** Code names a key, or the words that a group of keys begins with: "queues.empty" for its title and advice. */
    private static boolean isNamedBy(String key, String name) {
        return key.equals(name) || key.startsWith(name + ".");
    }

    private static Set<String> keysNamed() throws IOException {
        var sections = Words.bundle().keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(toCollection(TreeSet::new));
        var named = new TreeSet<String>();
        for (var file : files(JAVA, ".java")) {
            all(KEY_IN_CODE, Files.readString(file)).stream()
                    .filter(key -> sections.contains(key.substring(0, key.indexOf('.'))))
                    .filter(key -> !isRemembered(key))
                    .forEach(named::add);
        }
        for (var file : files(RESOURCES, ".fxml")) {
            named.addAll(all(KEY_IN_FXML, Files.readString(file)));
        }
        return named;
    }

    /** Keys of what screens remember look like keys of words; they are named with Memory. */
    private static boolean isRemembered(String key) {
        return REMEMBERED.contains(key);
    }

    private static final Set<String> REMEMBERED = remembered();

    private static Set<String> remembered() {
        var call = Pattern.compile("(?:memory\\(\\)|memory)\\s*(?:\\.text\\(|,)\\s*\"([a-z0-9.-]+)\"");
        var found = new TreeSet<String>();
        try {
            for (var file : files(JAVA, ".java")) {
                found.addAll(all(call, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The sources can't be read.", e);
        }
        return found;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }
}
