package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.advice.Proposal;
import io.beanpole.scaling.advice.Proposal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A proposal as an option file: over each alarm and policy stands why its numbers are what they are. */
public final class ProposalFile {
    private ProposalFile() {}

    /** The file's text. */
    public static String of(Proposal proposal) {
        Map<String, List<String>> comments = new LinkedHashMap<>();
        comments.put(
                "",
                List.of("Proposed by ./beanpole scaling advise. It makes the environment grow to the size that the"
                        + " arrivals of the last minute and the tasks that wait need, and shrink to what was busy at most."
                        + " Busy workers must protect themselves from scale-in."));
        for (Reason reason : proposal.reasons()) {
            comments.computeIfAbsent(reason.part(), part -> new ArrayList<>())
                    .add(reason.what() + ": " + reason.value() + ". " + reason.why());
        }
        return new OptionFileWriter(proposal.design(), comments).text();
    }
}
