package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a dead-letter queue held when somebody looked.
 *
 * @param queueName the dead-letter queue
 * @param at when it was looked at
 * @param letters with their causes, the oldest first
 */
public record Snapshot(String queueName, Instant at, List<Entry> letters) {
    public Snapshot {
        letters = List.copyOf(letters);
    }

    /** The letters by cause, the largest group first. */
    public List<LetterGroup> groups() {
        var byCause = new LinkedHashMap<Cause, List<DeadLetter>>();
        letters.forEach(entry -> byCause.computeIfAbsent(entry.cause(), cause -> new ArrayList<>())
                .add(entry.letter()));
        var sorted = byCause.entrySet().stream()
                .sorted(Comparator.comparingInt((java.util.Map.Entry<Cause, List<DeadLetter>> group) ->
                                -group.getValue().size())
                        .thenComparing(group -> group.getKey().kind())
                        .thenComparing(group -> group.getKey().error()))
                .toList();
        var groups = new ArrayList<LetterGroup>();
        for (var group : sorted) {
            var members = group.getValue();
            groups.add(new LetterGroup(
                    groups.size() + 1,
                    group.getKey().kind(),
                    group.getKey().error(),
                    members.size(),
                    members.get(0).sentAt(),
                    members.get(members.size() - 1).sentAt(),
                    members.get(0).id()));
        }
        return groups;
    }

    /** The group of a number. */
    public LetterGroup group(int number) {
        return groups().stream()
                .filter(group -> group.number() == number)
                .findFirst()
                .orElseThrow(() -> new DeployException("The dead letters of " + queueName + " have " + groups().size()
                        + " groups; there is no group " + number + "."));
    }

    /** A letter by its id, by its place in the list (1 is the oldest), or "last" for the newest. */
    public Entry letter(String choice) {
        if (letters.isEmpty()) {
            throw new DeployException("There are no dead letters in " + queueName + ".");
        }
        if (choice.equals("last") || choice.equals("newest")) {
            return letters.get(letters.size() - 1);
        }
        if (choice.matches("\\d{1,6}") && Integer.parseInt(choice) >= 1 && Integer.parseInt(choice) <= letters.size()) {
            return letters.get(Integer.parseInt(choice) - 1);
        }
        return letters.stream()
                .filter(entry -> entry.letter().id().equals(choice))
                .findFirst()
                .orElseThrow(() -> new DeployException(
                        "There is no dead letter " + choice + " in the snapshot of " + queueName + ", which holds "
                                + letters.size() + ".",
                        "Give an id, a number from 1 to " + letters.size() + ", or last."));
    }

    /**
     * One letter and why it is there.
     *
     * @param cause of the letter
     */
    public record Entry(DeadLetter letter, Cause cause) {}
}
