package io.beanpole.console.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The English of the console: code and FXML name a key, {@code Words.properties} has the sentence. A key begins with its
 * screen, "queues.empty.title".
 */
public final class Words {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("io.beanpole.console.words.Words", Locale.ROOT);

    private Words() {}

    /** For FXML, where {@code %key} stands for the sentence. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * The sentence of a key. Arguments stand in it as {@code {0}}, and are texts, so that numbers and times look
     * everywhere as {@code control.Wording} writes them; an apostrophe in a sentence with arguments is written twice.
     */
    public static String of(String key, Object... arguments) {
        var sentence = BUNDLE.getString(key);
        return arguments.length == 0 ? sentence : new MessageFormat(sentence, Locale.ROOT).format(arguments);
    }
}
