package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.EndToEndException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.SAXException;

/**
 * What goes into the application.
 *
 * @param root the repository
 * @param java a Java of its own
 * @param classes the list of the classes that a start loads
 */
record Contents(Path root, ConsoleJars jars, Path java, Path classes) {
    /** As installers want it: the version of the repository's pom, without the mark of what is not released. */
    String version() {
        Path pom = root.resolve("pom.xml");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            String version = XPathFactory.newInstance()
                    .newXPath()
                    .evaluate("/project/version", factory.newDocumentBuilder().parse(pom.toFile()));
            return version.replace("-SNAPSHOT", "");
        } catch (IOException | SAXException | ParserConfigurationException | XPathExpressionException e) {
            throw new EndToEndException("Tried to read the version in " + pom + ", but " + e.getMessage(), e);
        }
    }

    /** Scripts and templates that go with the application. */
    Path resource(String name) {
        return root.resolve("admin-console/src/main/packaging").resolve(name);
    }

    static Path icon(Path root) {
        return root.resolve("admin-console/src/main/resources/io/beanpole/console/icon/beanpole-512.png");
    }

    /** Copies everything but the Java to one folder, which is how jpackage takes it. */
    void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(jars.main(), folder.resolve(jars.main().getFileName()));
        for (Path library : jars.libraries()) {
            Files.copy(library, folder.resolve(library.getFileName()));
        }
        Files.copy(classes, folder.resolve("console.classes"));
        Files.copy(resource("archive.sh"), folder.resolve("archive.sh"));
    }
}
