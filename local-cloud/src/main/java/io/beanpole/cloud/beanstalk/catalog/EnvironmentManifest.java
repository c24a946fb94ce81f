package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.BundleLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the {@code env.yaml} of a bundle says: how ComposeEnvironments is to call and set up the environment of the
 * bundle (reference 4.6) [D].
 *
 * @param name of the environment; a {@code +} at its end stands for the name of the group
 * @param tier AWS's word; empty for a web server
 * @param links the names of environments by the names of the links to them
 */
public record EnvironmentManifest(
        String name,
        String tier,
        String solutionStack,
        String cname,
        Map<String, String> links,
        Map<String, Map<String, String>> settings) {
    private static final String FILE = "env.yaml";
    private static final int LARGEST = 1024 * 1024;
    private static final YAMLMapper YAML = new YAMLMapper();

    public EnvironmentManifest {
        links = Map.copyOf(links);
    }

    /**
     * That of a bundle, if it has one.
     *
     * @throws CloudException with a sentence when the bundle or the file can't be read
     */
    public static Optional<EnvironmentManifest> of(BundleLocation bundle, S3Client s3) {
        try (ZipInputStream zip = new ZipInputStream(
                s3.getObject(request -> request.bucket(bundle.bucket()).key(bundle.key())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(FILE)) {
                    byte[] text = zip.readNBytes(LARGEST + 1);
                    if (text.length > LARGEST) {
                        throw new CloudException("The file env.yaml of " + bundle.label() + " is larger than 1 MB.");
                    }
                    return Optional.of(parse(new String(text, StandardCharsets.UTF_8)));
                }
            }
            return Optional.empty();
        } catch (IOException | SdkException e) {
            throw new CloudException(
                    "The source bundle of " + bundle.label() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads the text of the file. */
    static EnvironmentManifest parse(String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JacksonException e) {
            throw new CloudException(
                    "The file env.yaml is invalid YAML: "
                            + e.getOriginalMessage().replaceAll("\\s+", " "),
                    e);
        }
        if (!root.isObject()) {
            throw new CloudException("The file env.yaml is invalid: it is not a map of keys.");
        }
        if (!root.path("AWSConfigurationTemplateVersion").asString("").matches("1\\.1\\.0\\.0")) {
            throw new CloudException("The file env.yaml is invalid: AWSConfigurationTemplateVersion must be 1.1.0.0.");
        }
        JsonNode tier = root.path("EnvironmentTier");
        return new EnvironmentManifest(
                root.path("EnvironmentName").asString(""),
                tier.isObject() ? tier.path("Name").asString("") : tier.asString(""),
                root.path("SolutionStack").asString(""),
                root.path("CName").asString(""),
                texts(root.path("EnvironmentLinks"), "EnvironmentLinks"),
                settings(root.path("OptionSettings")));
    }

    /** The name with the group's in place of the plus sign; a link is called in the same way. */
    public static String inGroup(String name, String group) {
        return name.endsWith("+") ? name.substring(0, name.length() - 1) + "-" + group : name;
    }

    private static Map<String, Map<String, String>> settings(JsonNode options) {
        Map<String, Map<String, String>> settings = new TreeMap<>();
        options.properties()
                .forEach(each ->
                        settings.put(each.getKey(), texts(each.getValue(), "OptionSettings of " + each.getKey())));
        return settings;
    }

    private static Map<String, String> texts(@Nullable JsonNode node, String what) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node == null || node.isMissingNode() || node.isNull()) {
            return texts;
        }
        if (!node.isObject()) {
            throw new CloudException("The file env.yaml is invalid: " + what + " must be a map.");
        }
        node.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
        return texts;
    }
}
