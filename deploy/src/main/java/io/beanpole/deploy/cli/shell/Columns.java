package io.beanpole.deploy.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for people: each column as wide as its widest cell, numbers to the right. */
public final class Columns {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these titles and no row yet. */
    public Columns(String... titles) {
        row(titles);
    }

    /** Adds a row, which has as many cells as there are titles. */
    public Columns row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The table, a line each, titles first. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : GAP).append(padded(row.get(i), i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String padded(String cell, int column) {
        var space = " ".repeat(width(column) - cell.length());
        return isNumeric(column) ? space + cell : cell + space;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private boolean isNumeric(int column) {
        return rows.stream().skip(1).allMatch(row -> row.get(column).matches("-|[0-9./ ]+( s)?"));
    }
}
