package io.beanpole.deploy.cli.doc;

import io.beanpole.deploy.cli.shell.JsonShape;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** docs/json.md says what {@code --json} prints: from the records and their comments. */
class JsonDocTest {
    private static final String HEAD = """
            # What `--json` prints

            Written from the code by `JsonDocTest`; don't edit it. Times are ISO 8601 in UTC, durations ISO 8601 (`PT1M30S`). A field marked `?` may be null. New fields may come; present ones keep their names and meaning.
            """;

    @Test
    void theDocumentTellsEveryShape() throws IOException {
        var text = new StringBuilder(HEAD);
        for (var command : CommandTree.all()) {
            var shapes = command.getCommandSpec().userObject().getClass().getAnnotationsByType(JsonShape.class);
            for (var shape : shapes) {
                var name = command.getCommandSpec().qualifiedName().replaceFirst("beanpole ", "");
                text.append("\n## ")
                        .append(shape.on().isEmpty() ? name : shape.on())
                        .append('\n')
                        .append(new Shape(shape.value()).told(shape.isList()));
            }
        }
        Golden.of("docs/json.md").holds(text.toString());
    }
}
