package io.beanpole.deploy.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformBranchesResponse;

/** Which platform versions there are and which branches are ending; read twice a day, because AWS changes them weekly. */
final class Platforms {
    /** What reading them anew takes at most: the stacks in one answer, the branches in two. */
    static final int REQUESTS = 3;

    /** "64bit Amazon Linux 2023 v4.3.0 running Docker" (ListAvailableSolutionStacks). */
    private static final Pattern STACK = Pattern.compile("(.+?) v(\\d+(?:\\.\\d+)*) running (.+)");

    private static final Duration FRESH = Duration.ofHours(12);
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final int PAGE = 100;

    private final ElasticBeanstalkClient beanstalk;
    private Map<String, String> newest = Map.of();
    private Map<String, String> lifecycles = Map.of();
    private Instant nextRead = Instant.EPOCH;

    Platforms(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(nextRead);
    }

    void read(Requests requests, Instant now) {
        var stacks = requests.optional(() -> requests.to(
                "list the platforms",
                () -> beanstalk.listAvailableSolutionStacks().solutionStacks()));
        stacks.ifPresent(all -> newest = newest(all));
        var branches = requests.optional(() -> requests.pages(
                "list the platform branches",
                token -> beanstalk.listPlatformBranches(
                        request -> request.maxRecords(PAGE).nextToken(token)),
                ListPlatformBranchesResponse::nextToken));
        branches.ifPresent(answers -> {
            var states = new HashMap<String, String>();
            answers.forEach(answer -> answer.platformBranchSummaryList()
                    .forEach(branch -> states.put(branch.branchName(), branch.lifecycleState())));
            lifecycles = states;
        });
        nextRead = now.plus(stacks.isPresent() && branches.isPresent() ? FRESH : RETRY);
    }

    /** What is known of a solution stack's platform. */
    FleetPlatform of(String stack) {
        var parts = STACK.matcher(stack);
        if (!parts.matches()) {
            return new FleetPlatform(stack, "", Optional.empty(), "");
        }
        var branch = parts.group(3) + " running on " + parts.group(1);
        var version = parts.group(2);
        return new FleetPlatform(
                branch,
                version,
                Optional.ofNullable(newest.get(branch)).filter(other -> order(other, version) > 0),
                lifecycles.getOrDefault(branch, ""));
    }

    private static Map<String, String> newest(List<String> stacks) {
        var newest = new HashMap<String, String>();
        for (var stack : stacks) {
            var parts = STACK.matcher(stack);
            if (parts.matches()) {
                newest.merge(
                        parts.group(3) + " running on " + parts.group(1),
                        parts.group(2),
                        (one, other) -> order(one, other) >= 0 ? one : other);
            }
        }
        return newest;
    }

    /** By number, part by part: 4.10 is newer than 4.9. */
    private static int order(String one, String other) {
        var left = numbers(one);
        var right = numbers(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            var difference = Comparator.<Long>naturalOrder().compare(left.get(i), right.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static List<Long> numbers(String version) {
        var numbers = new ArrayList<Long>();
        for (var part : version.split("\\.")) {
            numbers.add(Long.valueOf(part));
        }
        return numbers;
    }
}
