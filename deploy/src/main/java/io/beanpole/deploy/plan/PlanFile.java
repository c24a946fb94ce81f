package io.beanpole.deploy.plan;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan as a JSON file, so that a deployment can be held to it. */
public final class PlanFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private PlanFile() {}

    /** Writes the file, in place of an earlier one, with the folders that it needs. */
    public static void write(Path file, Plan plan) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            if (isPosix(file)) {
                own(file);
            }
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(plan));
        } catch (IOException e) {
            throw new DeployException(
                    "Could not write the plan to " + file + ": " + e,
                    "Name a file in a folder that can be written.",
                    e);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Only its owner reads it, from before there is anything to read: a plan has values and files of a stage. */
    private static void own(Path file) throws IOException {
        var owners = PosixFilePermissions.fromString("rw-------");
        if (Files.exists(file)) {
            Files.setPosixFilePermissions(file, owners);
        } else {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(owners));
        }
    }

    /** Reads a file that {@link #write} wrote. */
    public static Plan read(Path file) {
        try {
            var plan = JSON.readValue(Files.readAllBytes(file), Plan.class);
            if (plan.format() != Plan.FORMAT) {
                throw new DeployException(
                        file + " is a plan of format " + plan.format() + ", and this version reads format "
                                + Plan.FORMAT + " only.",
                        "Make the plan again.");
            }
            return plan;
        } catch (IOException e) {
            throw new DeployException(
                    "Could not read the plan " + file + ": " + e, "Make one with ./beanpole plan --out FILE.", e);
        } catch (JacksonException e) {
            throw new DeployException(
                    file + " is no plan: " + e.getOriginalMessage(), "Make one with ./beanpole plan --out FILE.", e);
        }
    }
}
