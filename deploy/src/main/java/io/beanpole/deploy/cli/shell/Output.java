package io.beanpole.deploy.cli.shell;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The choice between a table for people and JSON for programs; times are ISO 8601 in UTC there, durations ISO 8601. */
public final class Output {
    private static final JsonMapper JSON =
            JsonMapper.builder().accessorNaming(new ComponentNames()).build();

    @Option(names = "--json", description = "Print JSON; docs/json.md tells its shape.")
    private boolean json;

    /** Whether a program reads the output. */
    public boolean isJson() {
        return json;
    }

    /**
     * Prints one of the two.
     *
     * @param value of the type that the command's {@link JsonShape} names
     * @param lines made only when they are printed
     */
    public void print(Shell shell, Object value, Supplier<List<String>> lines) {
        if (json) {
            shell.print(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } else {
            lines.get().forEach(shell::print);
        }
    }
}
