package io.beanpole.deploy.plan;

import io.beanpole.deploy.Secrecy;
import java.util.ArrayList;
import java.util.List;

/**
 * How one text becomes another, line by line: the longest common lines stay, shown with a few of context. A secret that
 * changes is seen to change, and not shown.
 */
final class LineDiff {
    private static final int CONTEXT = 2;
    /** Beyond this many pairs of lines a comparison isn't worth its memory; the text is then shown as replaced. */
    private static final int MOST_PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<String> shownBefore;
    private final List<String> shownAfter;

    private LineDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
        this.shownBefore = Secrecy.lines(this.before);
        this.shownAfter = Secrecy.lines(this.after);
    }

    /** The lines that differ, led by + or -, among lines of context that are led by a blank. */
    static List<String> of(String before, String after) {
        return new LineDiff(before, after).withContext();
    }

    private List<String> withContext() {
        var all = all();
        var shown = new ArrayList<String>();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            if (isNearAChange(all, i)) {
                if (last >= 0 && last < i - 1) {
                    shown.add(" ...");
                }
                shown.add(all.get(i));
                last = i;
            }
        }
        return shown;
    }

    private static boolean isNearAChange(List<String> lines, int place) {
        for (int i = Math.max(0, place - CONTEXT); i <= Math.min(lines.size() - 1, place + CONTEXT); i++) {
            if (!lines.get(i).startsWith(" ")) {
                return true;
            }
        }
        return false;
    }

    private List<String> all() {
        var lines = new ArrayList<String>();
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            shownBefore.forEach(line -> lines.add("-" + line));
            shownAfter.forEach(line -> lines.add("+" + line));
            return lines;
        }
        var common = common();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(" " + shownBefore.get(i++));
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add("-" + shownBefore.get(i++));
            } else {
                lines.add("+" + shownAfter.get(j++));
            }
        }
        return lines;
    }

    /** How many lines the two have in common from each pair of places on. */
    private int[][] common() {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
