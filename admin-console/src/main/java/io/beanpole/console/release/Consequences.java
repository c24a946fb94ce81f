package io.beanpole.console.release;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.plan.LaneRisk;
import io.beanpole.deploy.plan.OptionChange;
import io.beanpole.deploy.plan.PlannedEnvironment;
import java.util.ArrayList;
import java.util.List;

/** What a person should know before saying yes to a deployment, in sentences. */
final class Consequences {
    private Consequences() {}

    /** Of a deployment that was planned. */
    static List<String> of(PlannedEnvironment planned) {
        return marks(planned).stream().map(Mark::text).toList();
    }

    /** The same as a screen shows it: what is done first, and a warning's shape beside what is one. */
    static List<Mark> marks(PlannedEnvironment planned) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(Tone.NOTICE, version(planned)));
        marks.add(new Mark(Tone.IDLE, sentence(planned.replacement().words())));
        if (leavesNone(planned)) {
            marks.add(new Mark(Tone.WARNING, Words.of("deploy.plan.noneLeft")));
        }
        planned.lane().map(LaneRisk::words).ifPresent(words -> marks.add(new Mark(Tone.IDLE, sentence(words))));
        planned.tookLastTime()
                .ifPresent(took ->
                        marks.add(new Mark(Tone.IDLE, Words.of("deploy.plan.lastTime", Wording.duration(took)))));
        if (!isSame(planned)) {
            marks.add(new Mark(Tone.IDLE, changes(planned)));
        }
        planned.warnings().forEach(warning -> marks.add(new Mark(Tone.WARNING, Words.of("deploy.plan.mind", warning))));
        return marks;
    }

    /** Whether all instances are changed in one step, so that nobody works meanwhile. */
    private static boolean leavesNone(PlannedEnvironment planned) {
        var replacement = planned.replacement();
        return replacement.instances() > 0 && replacement.batches() == 1 && replacement.launched() == 0;
    }

    private static String version(PlannedEnvironment planned) {
        var from = planned.fromVersion().isEmpty() ? Words.of("deploy.plan.noVersion") : planned.fromVersion();
        if (isSame(planned)) {
            return Words.of("deploy.plan.same", planned.name(), planned.toVersion());
        }
        return planned.changesVersion()
                ? Words.of("deploy.plan.version", planned.name(), from, planned.toVersion())
                : Words.of("deploy.plan.again", planned.name(), planned.toVersion());
    }

    /** Whether nothing at all would differ. */
    private static boolean isSame(PlannedEnvironment planned) {
        return !planned.changesVersion()
                && planned.files().isEmpty()
                && planned.options().stream().noneMatch(OptionChange::takesEffect);
    }

    private static String changes(PlannedEnvironment planned) {
        var options =
                planned.options().stream().filter(OptionChange::takesEffect).count();
        return planned.comparedFiles()
                ? Words.of(
                        "deploy.plan.changes",
                        Wording.count(planned.files().size(), Words.of("deploy.plan.file")),
                        Wording.count(options, Words.of("deploy.plan.option")))
                : Words.of("deploy.plan.notCompared");
    }

    private static String sentence(String words) {
        var shortened = Names.shortened(words);
        return Character.toUpperCase(shortened.charAt(0))
                + shortened.substring(1)
                + (shortened.endsWith(".") ? "" : ".");
    }
}
