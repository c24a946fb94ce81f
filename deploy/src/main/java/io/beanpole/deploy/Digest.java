package io.beanpole.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over what decides a build, fed part by part. */
public final class Digest {
    private final MessageDigest sha256 = sha256();

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Adds a text; its end is marked, so that two texts never read as one. */
    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes, led by their length. */
    public Digest add(byte[] bytes) {
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
        return this;
    }

    /** Adds the content of a file. */
    public Digest add(Path file) {
        try {
            return add(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file + ".", e);
        }
    }

    /** All 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The first twelve digits: enough to tell builds apart, short enough to read. */
    public String brief() {
        return hex().substring(0, 12);
    }
}
