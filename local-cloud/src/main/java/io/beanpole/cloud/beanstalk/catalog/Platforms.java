package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platforms that there are, read once from {@code platforms.json}: some of the versions that AWS published of
 * Docker and ECS (release notes: platforms supported) [D]. Another version of one of these branches is taken as well,
 * because the list here is shorter than AWS's.
 */
public final class Platforms {
    private static final List<PlatformBranch> BRANCHES = read();
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}");
    private static final String STANDARD = "ECS running on 64bit Amazon Linux 2023";

    private final String arnPrefix;

    /** One version and the branch that it belongs to. */
    record Found(PlatformBranch branch, PlatformVersion version) {
        boolean isNewest() {
            return version.number().equals(branch.newest().number());
        }
    }

    /** @param region that the ARNs name */
    public Platforms(String region) {
        this.arnPrefix = "arn:aws:elasticbeanstalk:" + region + "::platform/";
    }

    List<PlatformBranch> branches() {
        return BRANCHES;
    }

    /** All of them, newest first in each branch. */
    List<Found> versions() {
        List<Found> found = new ArrayList<>();
        for (PlatformBranch branch : BRANCHES) {
            for (int i = branch.versions().size() - 1; i >= 0; i--) {
                found.add(new Found(branch, branch.versions().get(i)));
            }
        }
        return found;
    }

    PlatformName name(Found found) {
        return new PlatformName(
                found.branch().stack().formatted(found.version().number()),
                arnPrefix + found.branch().name() + "/" + found.version().number());
    }

    /** What an environment gets that names no platform: the newest ECS. AWS would refuse it. */
    public PlatformName standard() {
        PlatformBranch branch = BRANCHES.stream()
                .filter(each -> each.name().equals(STANDARD))
                .findFirst()
                .orElseThrow();
        return name(new Found(branch, branch.newest()));
    }

    /** The platform that a request names in one of the two ways; refuses one that there isn't. */
    public PlatformName wanted(@Nullable String solutionStack, @Nullable String platformArn) {
        if (solutionStack != null && platformArn != null) {
            throw Refusals.combination("SolutionStackName and PlatformArn can't both be specified.");
        }
        if (platformArn != null) {
            return name(ofArn(platformArn)
                    .orElseThrow(() -> Refusals.invalid("No Platform named '" + platformArn + "' found.")));
        }
        String stack = Objects.requireNonNull(solutionStack, "a solution stack or an ARN");
        return name(
                ofStack(stack).orElseThrow(() -> Refusals.invalid("No Solution Stack named '" + stack + "' found.")));
    }

    /** Either of the two ways, or {@code otherwise} where the request names none. */
    public PlatformName wanted(@Nullable String solutionStack, @Nullable String platformArn, PlatformName otherwise) {
        return solutionStack == null && platformArn == null ? otherwise : wanted(solutionStack, platformArn);
    }

    /** Whether an environment could go from the one to the other. */
    public boolean isSameBranch(String solutionStack, String other) {
        Optional<PlatformBranch> one = ofStack(solutionStack).map(Found::branch);
        return one.isPresent() && one.equals(ofStack(other).map(Found::branch));
    }

    Optional<Found> ofStack(String solutionStack) {
        for (PlatformBranch branch : BRANCHES) {
            String[] ends = branch.stack().split("%s", -1);
            if (solutionStack.startsWith(ends[0]) && solutionStack.endsWith(ends[1])) {
                int end = solutionStack.length() - ends[1].length();
                return end < ends[0].length()
                        ? Optional.empty()
                        : found(branch, solutionStack.substring(ends[0].length(), end));
            }
        }
        return Optional.empty();
    }

    /** Without a version at its end, or with {@code latest}, the newest of the branch. */
    Optional<Found> ofArn(String arn) {
        for (PlatformBranch branch : BRANCHES) {
            Matcher names = Pattern.compile(Pattern.quote(arnPrefix + branch.name()) + "(?:/(.+))?")
                    .matcher(arn);
            if (names.matches()) {
                String number = names.group(1);
                return number == null || number.equals("latest")
                        ? Optional.of(new Found(branch, branch.newest()))
                        : found(branch, number);
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> found(PlatformBranch branch, String number) {
        return NUMBER.matcher(number).matches()
                ? Optional.of(new Found(
                        branch,
                        branch.versions().stream()
                                .filter(each -> each.number().equals(number))
                                .findFirst()
                                .orElseGet(() -> new PlatformVersion(number, Instant.EPOCH))))
                : Optional.empty();
    }

    private static List<PlatformBranch> read() {
        List<PlatformBranch> branches = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(Platforms.class.getResourceAsStream("platforms.json"), "platforms.json")) {
            new JsonMapper().readTree(file).forEach(each -> branches.add(branch(each)));
        } catch (IOException e) {
            throw new IllegalStateException("The list of platforms is missing from this program.", e);
        }
        return List.copyOf(branches);
    }

    private static PlatformBranch branch(JsonNode node) {
        return new PlatformBranch(
                node.path("branch").asString(),
                node.path("platformName").asString(),
                node.path("category").asString(),
                node.path("stack").asString(),
                node.path("os").asString(),
                node.path("osVersion").asString(),
                node.path("lifecycle").asString(),
                node.path("order").asInt(),
                node.path("versions").properties().stream()
                        .map(each -> new PlatformVersion(
                                each.getKey(), Instant.parse(each.getValue().asString() + "T00:00:00Z")))
                        .toList());
    }
}
