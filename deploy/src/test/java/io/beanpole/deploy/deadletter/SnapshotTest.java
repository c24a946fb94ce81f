package io.beanpole.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.spec.DeadLetterSpec;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at dead letters, and what is kept of the look. */
class SnapshotTest {
    private final FakeLetters queue = new FakeLetters();

    @TempDir
    private Path folder;

    @Test
    void aLookSeesEveryLetterOnceAndPutsAllBack() {
        IntStream.range(0, 35).forEach(i -> queue.add("{\"kind\": \"" + (i < 25 ? "cut" : "mail") + "\"}"));

        var snapshot = peek();

        assertThat(snapshot.letters()).hasSize(35);
        assertThat(queue.visible).hasSize(35);
        assertThat(queue.hidden).isEmpty();
        assertThat(snapshot.groups())
                .extracting(group -> group.number() + " " + group.kind() + " " + group.count())
                .containsExactly("1 cut 25", "2 mail 10");
    }

    @Test
    void aSnapshotIsAFileOfItsOwnersOnlyAndReadsBackAsItWas() throws IOException {
        queue.add("{\"kind\": \"cut\"}");
        queue.add("garbage \u2603");
        var snapshot = peek();

        var file = SnapshotFile.writeInto(folder.resolve("deep/er"), snapshot);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SnapshotFile.read(file)).isEqualTo(snapshot);
        assertThat(SnapshotFile.newest(folder.resolve("deep/er"))).contains(file);
        assertThat(SnapshotFile.newest(folder.resolve("none"))).isEmpty();
    }

    @Test
    void whereTheFileSystemKnowsNoOwnersASnapshotIsKeptAllTheSame() throws IOException {
        queue.add("a");
        var snapshot = peek();

        try (var files = FileSystems.newFileSystem(folder.resolve("files.zip"), Map.of("create", "true"))) {
            assertThat(files.supportedFileAttributeViews()).doesNotContain("posix");

            var file = SnapshotFile.writeInto(files.getPath("/dead-letters/standard"), snapshot);

            assertThat(SnapshotFile.read(file)).isEqualTo(snapshot);
        }
    }

    @Test
    void aSnapshotIsNeverWrittenOverAnother() {
        queue.add("a");
        var file = SnapshotFile.write(folder.resolve("one.jsonl"), peek());

        assertThatThrownBy(() -> SnapshotFile.write(file, peek()))
                .hasMessageStartingWith("Could not write the snapshot " + file);
    }

    @Test
    void aLetterIsChosenByIdNumberOrAsTheLast() {
        var first = queue.add("a");
        var last = queue.add("b");
        var snapshot = peek();

        assertThat(snapshot.letter("1").letter().id()).isEqualTo(first);
        assertThat(snapshot.letter("last").letter().id()).isEqualTo(last);
        assertThat(snapshot.letter(last).letter().body()).isEqualTo("b");
        assertThatThrownBy(() -> snapshot.letter("3")).hasMessageContaining("There is no dead letter 3");
        assertThatThrownBy(() -> snapshot.group(9)).hasMessageContaining("there is no group 9");
    }

    @Test
    void onlyWhatIsInTheSnapshotIsPurged() {
        var gone = Set.of(queue.add("a"), queue.add("b"));
        var stays = queue.add("c");

        assertThat(new Purge(queue).delete(gone)).isEqualTo(2);
        assertThat(queue.visible).containsOnlyKeys(stays);
    }

    @Test
    void anEditedLetterIsSentAndThenDeletedAndTheOthersStay() {
        var id = queue.add("{\"clip\": \"bad\", \"n\": 1}");
        queue.add("other");
        var original = queue.visible.get(id);

        var isDeleted = new Replay(queue)
                .send(
                        original,
                        original.withBody(LetterEdit.set(original.body(), Map.of("/clip", "found", "/n", "2"))));

        assertThat(isDeleted).isTrue();
        assertThat(queue.done).extracting(DeadLetter::body).containsExactly("{\"clip\":\"found\",\"n\":2}");
        assertThat(queue.visible).hasSize(1).doesNotContainKey(id);
    }

    @Test
    void aLetterThatIsNotTakenIsStillADeadLetter() {
        var id = queue.add("a");
        queue.refuses.add(id);
        var original = queue.visible.get(id);

        assertThatThrownBy(() -> new Replay(queue).send(original, original))
                .hasMessage("The source queue did not take the message " + id + "; it is a dead letter as before.");
        assertThat(queue.visible).containsOnlyKeys(id);
    }

    @Test
    void aLetterThatIsGoneIsASentence() {
        var gone = FakeLetters.letter("gone", "a", new TreeMap<>());

        assertThatThrownBy(() -> new Replay(queue).send(gone, gone))
                .hasMessage("The message gone is no dead letter any more; nothing was sent.");
    }

    @Test
    void aPlaceThatTheBodyDoesNotHaveIsASentence() {
        assertThatThrownBy(() -> LetterEdit.set("{}", Map.of("/a/b", "1")))
                .hasMessage("The body has nothing at /a that /a/b could be set in.");
        assertThatThrownBy(() -> LetterEdit.set("garbage", Map.of("/a", "1"))).hasMessageContaining("is no JSON");
        assertThatThrownBy(() -> LetterEdit.set("{}", Map.of("a", "1"))).hasMessage("'a' is no JSON pointer.");
        assertThat(LetterEdit.set("[1, 2]", Map.of("/1", "{\"x\": true}"))).isEqualTo("[1,{\"x\":true}]");
    }

    private Snapshot peek() {
        var causes = new Causes(new DeadLetterSpec(List.of("/kind"), List.of()), Map.of());
        return new Peek(queue, causes, Clock.systemUTC())
                .read("dead", 1000, line -> {})
                .snapshot();
    }
}
