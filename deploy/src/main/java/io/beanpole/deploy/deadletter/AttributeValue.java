package io.beanpole.deploy.deadletter;

/**
 * A message attribute.
 *
 * @param type as SQS has it: String, Number, Binary, with or without a label behind a dot
 * @param text the value; of a binary one its Base64
 */
public record AttributeValue(String type, String text) {
    /** Whether the text is Base64 of bytes. */
    public boolean isBinary() {
        return type.startsWith("Binary");
    }
}
