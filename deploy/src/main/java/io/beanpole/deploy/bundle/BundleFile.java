package io.beanpole.deploy.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of a bundle.
 *
 * @param mode the Unix permissions that the zip gives it, so that a hook stays executable; 0 where it gives none
 */
public record BundleFile(byte[] content, int mode) {
    private static final int REGULAR = 0100000;
    private static final int PROGRAM = 0755;
    private static final int EXECUTE = 0111;

    /** A file with the permissions that unpacking gives by itself. */
    static BundleFile plain(byte[] content) {
        return new BundleFile(content, 0);
    }

    /** A file that can be run. */
    static BundleFile program(byte[] content) {
        return new BundleFile(content, REGULAR | PROGRAM);
    }

    /** Whether it can be run. */
    public boolean isProgram() {
        return (mode & EXECUTE) != 0;
    }

    /** Its text; empty for a file that is none. */
    public Optional<String> text() {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text).filter(read -> read.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BundleFile file && mode == file.mode && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "BundleFile[" + content.length + " bytes, mode " + Integer.toOctalString(mode) + "]";
    }
}
