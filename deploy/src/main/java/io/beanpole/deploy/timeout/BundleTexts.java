package io.beanpole.deploy.timeout;

import io.beanpole.deploy.DeployException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The texts in a source bundle that decide about time. */
final class BundleTexts {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int LONGEST = 1 << 20;

    private BundleTexts() {}

    /** The files of a bundle that are of interest here, by path; a file over a mebibyte is none. */
    static Map<String, String> of(byte[] zip) {
        var files = new TreeMap<String, String>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                if (!entry.isDirectory() && isOfInterest(entry.getName())) {
                    files.put(entry.getName(), new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new DeployException("The source bundle of the deployed version can't be read: " + e.getMessage(), e);
        }
        return files;
    }

    /** How many periodic tasks cron.yaml has; none where there is no such file, or no readable one. */
    static int periodicTasks(Map<String, String> files) {
        var cron = files.get("cron.yaml");
        if (cron == null) {
            return 0;
        }
        try {
            return YAML.readTree(cron).path("cron").size();
        } catch (JacksonException e) {
            return 0;
        }
    }

    private static boolean isOfInterest(String name) {
        return name.startsWith(".platform/nginx/")
                || name.startsWith(".ebextensions/nginx/")
                || name.equals("cron.yaml")
                || name.equals("docker-compose.yml");
    }
}
