package io.beanpole.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image on its way from registry to registry. */
class ImageCopyTest {
    private static final String ANOTHER_DIGEST = "sha256:" + "0".repeat(64);

    @TempDir
    private static Path folder;

    private static TestRegistry staging;
    private static TestRegistry production;
    private final ImageCopy copy = new ImageCopy(line -> {});

    @BeforeAll
    static void start() {
        staging = new TestRegistry(folder.resolve("staging"));
        production = new TestRegistry(folder.resolve("production"));
    }

    @AfterAll
    static void stop() {
        staging.close();
        production.close();
    }

    @Test
    void anImageOfTwoArchitecturesKeepsEveryByteOfItsManifests() throws IOException {
        var index = TestImage.index("amd64", "arm64");
        var there = push(index);

        var copied = copy.copy(there, index.digest(), production.place("shop/web"), List.of("v1"));

        var target = new RegistryRepository(production.place("shop/web"));
        assertThat(copied.pinned()).endsWith("/shop/web@" + index.digest());
        assertThat(target.manifest(index.digest()).bytes()).isEqualTo(index.manifestBytes());
        assertThat(target.find("v1")).get().extracting(Manifest::digest).isEqualTo(index.digest());
        assertThat(target.manifest(index.digest()).architectures()).containsExactly("amd64", "arm64");
        assertThat(copied.sent()).isEqualTo(4);
        index.children()
                .forEach(child ->
                        assertThat(target.manifest(child.digest()).bytes()).isEqualTo(child.manifestBytes()));
    }

    @Test
    void whatIsThereIsNotSentAgain() throws IOException {
        var before = production.uploads();
        var one = TestImage.of("amd64", "shared layer", "one");
        var two = TestImage.of("amd64", "shared layer", "two");
        copy.copy(push(one), one.digest(), production.place("shop/web"), List.of());

        var again = copy.copy(push(one), one.digest(), production.place("shop/web"), List.of());
        var changed = copy.copy(push(two), two.digest(), production.place("shop/web"), List.of());

        assertThat(again.sent()).isZero();
        assertThat(changed.present()).isEqualTo(1);
        // Its own layer and its configuration.
        assertThat(changed.sent()).isEqualTo(2);
        assertThat(production.uploads() - before).isEqualTo(5);
    }

    @Test
    void layersAreSharedWithinARegistry() throws IOException {
        var image = TestImage.of("amd64", "layer", "other layer");
        var there = push(image);
        var uploads = staging.uploads();

        var copied = copy.copy(there, image.digest(), staging.place("shop/other"), List.of("v1"));

        assertThat(copied.shared()).isEqualTo(3);
        assertThat(staging.uploads()).isEqualTo(uploads);
    }

    @Test
    void aRegistryThatIsBusyForAMomentIsAskedAgain() throws IOException {
        var image = TestImage.of("amd64", "sent through trouble");
        var there = push(image);
        production.overload(2);

        copy.copy(there, image.digest(), production.place("shop/busy"), List.of());

        assertThat(new RegistryRepository(production.place("shop/busy")).find(image.digest()))
                .isPresent();
    }

    @Test
    void whatARedirectSaysIsNotInTheLayerThatItLeadsTo() throws IOException {
        try (var registry = new TestRegistry(folder.resolve("redirecting"))) {
            var image = TestImage.of("amd64", "small");
            image.push(new RegistryRepository(registry.place("shop/web")), folder);
            registry.redirect("Temporary Redirect to somewhere else. ".repeat(200));
            var repository = new RegistryRepository(registry.place("shop/web"));

            for (var blob : repository.manifest(image.digest()).blobs()) {
                var file = Files.writeString(folder.resolve("fetched"), "left by an earlier try ".repeat(500));
                repository.fetch(blob, file);
                assertThat(file).hasSize(blob.size());
            }
        }
    }

    @Test
    void repositoriesShareOneClientRatherThanStartingThreadsEach() {
        assertThat(new RegistryRepository(staging.place("shop/first")).find("v1"))
                .isEmpty();
        var before = threadsOfClients();

        for (var name : List.of("shop/second", "shop/third", "shop/fourth")) {
            assertThat(new RegistryRepository(staging.place(name)).find("v1")).isEmpty();
        }

        assertThat(threadsOfClients()).isSubsetOf(before);
    }

    private static Set<String> threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("SelectorManager"))
                .collect(Collectors.toSet());
    }

    @Test
    void anImageThatIsGoneIsASentence() {
        assertThatThrownBy(() ->
                        copy.copy(staging.place("shop/web"), ANOTHER_DIGEST, production.place("shop/web"), List.of()))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("There is no image " + ANOTHER_DIGEST + " in ");
    }

    @Test
    void contentThatIsNotWhatItsDigestSaysIsNotStored() {
        var image = TestImage.of("amd64", "never sent");
        var liar = new ImageSource() {
            @Override
            public Manifest manifest(String digest) {
                return Manifest.of(image.manifestBytes(), "");
            }

            @Override
            public void fetch(Blob blob, Path file) {
                TestImage.write(file, "something else".getBytes(StandardCharsets.UTF_8));
            }
        };

        assertThatThrownBy(() ->
                        copy.copy(liar, Optional.empty(), image.digest(), production.place("shop/refused"), List.of()))
                .hasMessageContaining("came with the content of");
        assertThatThrownBy(() ->
                        copy.copy(liar, Optional.empty(), ANOTHER_DIGEST, production.place("shop/refused"), List.of()))
                .hasMessageContaining("nothing was stored");
        assertThat(new RegistryRepository(production.place("shop/refused")).find(image.digest()))
                .isEmpty();
    }

    @Test
    void anOciLayoutKeepsItsDigestOnTheWayIntoARegistry() throws IOException {
        var index = TestImage.index("amd64", "arm64");
        var archive = index.ociArchive(folder.resolve("image.tar"));
        try (var file = new ArchiveFile(archive)) {
            var layout = file.layout().orElseThrow();

            copy.copy(layout, Optional.empty(), layout.digest(), production.place("shop/from-archive"), List.of("v1"));

            assertThat(layout.digest()).isEqualTo(index.digest());
            assertThat(file.brief()).isEqualTo(index.digest().substring(7, 19));
        }
        assertThat(new RegistryRepository(production.place("shop/from-archive")).find("v1"))
                .get()
                .extracting(Manifest::digest)
                .isEqualTo(index.digest());
    }

    private ImagePlace push(TestImage image) throws IOException {
        var place = staging.place("shop/source");
        image.push(new RegistryRepository(place), folder);
        return place;
    }
}
