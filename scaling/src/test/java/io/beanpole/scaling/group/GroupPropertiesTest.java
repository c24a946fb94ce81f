package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.PurchaseMix;
import io.beanpole.scaling.policy.ScalingDecision;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups to which hundreds of random things happen; what must hold of reference 5.1 to 5.6 is checked after each. */
class GroupPropertiesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T00:00:00Z");
    private static final int GROUPS = 150;
    private static final int EVENTS = 120;
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /** One group with random bounds and policies, and a clock. */
    private static final class Life {
        final Random random;
        final GroupState<Member> group;
        final List<ScalingPolicy> policies = new ArrayList<>();
        Instant now = BEGIN;
        int launched;

        Life(long seed) {
            random = new Random(seed);
            int min = random.nextInt(4);
            int max = min + 1 + random.nextInt(20);
            GroupSize size = new GroupSize(min, max, min + random.nextInt(max - min + 1));
            List<String> order = List.of(
                    TerminationOrder.POLICIES.get(random.nextInt(TerminationOrder.POLICIES.size())),
                    TerminationOrder.DEFAULT);
            PurchaseMix mix = new PurchaseMix(random.nextInt(3), random.nextInt(101));
            group = new GroupState<>(new GroupSettings(size, order, mix, random.nextBoolean(), Set.of()), INTERVAL);
            for (int i = 0; i <= random.nextInt(4); i++) {
                policies.add(policy("p" + i));
            }
        }

        private ScalingPolicy policy(String name) {
            Duration time = Duration.ofSeconds(random.nextInt(300));
            int amount = random.nextInt(13) - 6;
            return switch (random.nextInt(4)) {
                case 0 -> new SimplePolicy(name, new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, amount, 0), time);
                case 1 -> new TargetTrackingPolicy(name, 1 + random.nextInt(20), random.nextInt(4) == 0, time);
                case 2 ->
                    new StepPolicy(
                            name,
                            AdjustmentType.PERCENT_CHANGE_IN_CAPACITY,
                            List.of(
                                    new Step(Double.NEGATIVE_INFINITY, 0, -random.nextInt(60)),
                                    new Step(0, 10, random.nextInt(50)),
                                    new Step(10, Double.POSITIVE_INFINITY, 50 + random.nextInt(100))),
                            random.nextInt(3),
                            time);
                default ->
                    new StepPolicy(
                            name,
                            AdjustmentType.EXACT_CAPACITY,
                            List.of(new Step(0, Double.POSITIVE_INFINITY, random.nextInt(25))),
                            0,
                            time);
            };
        }

        /** Any number of the policies, each with a value of its own. */
        List<PolicyRun> due() {
            List<PolicyRun> due = new ArrayList<>();
            for (ScalingPolicy each : policies) {
                for (int alarms = random.nextInt(3); alarms > 0; alarms--) {
                    OptionalDouble value = OptionalDouble.of(random.nextInt(60));
                    due.add(PolicyRun.byAlarm(each, random.nextInt(8) > 0, "alarm", value, 20));
                }
            }
            return due;
        }

        void happens() {
            now = now.plusSeconds(1 + random.nextInt(90));
            List<Member> all = new ArrayList<>(group.members());
            for (Member each : all) {
                if (random.nextInt(4) == 0) {
                    group.protect(each, random.nextBoolean());
                }
                if (random.nextInt(3) == 0) {
                    goOn(each);
                }
            }
            reconcile();
        }

        private void goOn(Member member) {
            if (member.state().isPending()) {
                member.serves(now);
            } else if (member.state().isTerminating()) {
                group.remove(member.id());
            } else if (member.isSpot() && random.nextInt(20) == 0) {
                member.willBeInterrupted(now.plusSeconds(120));
            }
            group.activityEnded(now);
        }

        void reconcile() {
            Reconciliation<Member> due = group.reconciled(now);
            due.leaving().forEach(each -> each.becomes(MemberState.TERMINATING));
            for (int i = 0; i < due.launches(); i++) {
                group.add(new Member("i-" + launched++, now, true, i >= due.onDemand()));
            }
        }

        /** The same group without what its policies did before. */
        GroupState<Member> copy() {
            GroupState<Member> copy = new GroupState<>(group.settings(), INTERVAL);
            group.members().forEach(copy::add);
            return copy;
        }

        boolean isWarming(ScalingPolicy policy) {
            return group.activity(now, policy.warmUp()).warming() > 0;
        }
    }

    /** What is looked at after each event. */
    @FunctionalInterface
    private interface Check {
        void on(Life life, List<PolicyRun> due);
    }

    private static void forAll(int from, Check check) {
        for (int seed = from; seed < from + GROUPS; seed++) {
            Life life = new Life(seed);
            for (int i = 0; i < EVENTS; i++) {
                life.happens();
                check.on(life, life.due());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void whatIsDesiredNeverLeavesTheBounds(int seed) {
        forAll(seed, (life, due) -> {
            life.group.run(due, life.now);

            assertThat(life.group.size().desired())
                    .isBetween(life.group.size().min(), life.group.size().max());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    void theLargestCapacityThatIsAskedForHoldsAndOneDecisionAtMostIsItsCause(int seed) {
        forAll(seed, (life, due) -> {
            int before = life.group.size().desired();
            life.now = life.now.plus(INTERVAL);

            List<PolicyEvaluated> evaluated = life.group.run(due, life.now);

            int largest = evaluated.stream()
                    .map(PolicyEvaluated::own)
                    .filter(ScalingDecision::isDemand)
                    .mapToInt(ScalingDecision::after)
                    .max()
                    .orElse(before);
            assertThat(life.group.size().desired()).isEqualTo(largest);
            assertThat(evaluated.stream().filter(PolicyEvaluated::prevails).count())
                    .isEqualTo(largest == before ? 0 : 1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30_000})
    void theOrderInWhichPoliciesRunTogetherDoesNotMatter(int seed) {
        forAll(seed, (life, due) -> {
            List<PolicyRun> mixed = new ArrayList<>(due);
            Collections.shuffle(mixed, life.random);
            GroupState<Member> twin = life.copy();
            GroupState<Member> other = life.copy();

            twin.run(due, life.now);
            other.run(mixed, life.now);

            assertThat(other.size()).isEqualTo(twin.size());
            life.group.resize(twin.size());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40_000})
    void noStepOrTargetPolicyRemovesInstancesWhileAnyOfItsOwnWarmUp(int seed) {
        forAll(
                seed,
                (life, due) -> life.group.run(due, life.now).stream()
                        .filter(each -> !(each.run().policy() instanceof SimplePolicy))
                        .filter(each -> each.own().after() < each.own().before())
                        .forEach(each -> assertThat(each.activity().warming()).isZero()));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 50_000})
    void aBreachThatStaysTheSameWhileInstancesWarmUpAsksForNoMoreThanAtFirst(int seed) {
        forAll(seed, (life, due) -> {
            // Where more run than are desired, because all are protected, what is desired grows before any are
            // launched.
            if (life.group.running() != life.group.size().desired()) {
                return;
            }
            List<PolicyRun> alone = due.stream()
                    .filter(each -> !(each.policy() instanceof SimplePolicy))
                    .limit(1)
                    .toList();
            life.group.run(alone, life.now);
            life.reconcile();
            int once = life.group.size().desired();

            List<PolicyEvaluated> again = life.group.run(alone, life.now);

            assertThat(again).allMatch(each -> each.own().after() <= once);
            again.stream()
                    .filter(each -> life.isWarming(each.run().policy()))
                    .forEach(each -> assertThat(life.group.size().desired()).isEqualTo(once));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60_000})
    void onlyThoseGoThatAreNotProtectedAndNoMoreThanTooMany(int seed) {
        forAll(seed, (life, due) -> {
            life.group.run(due, life.now);
            int tooMany = Math.max(0, life.group.running() - life.group.size().desired());

            Reconciliation<Member> plan = life.group.reconciled(life.now);

            assertThat(plan.leaving())
                    .hasSizeLessThanOrEqualTo(tooMany)
                    .doesNotHaveDuplicates()
                    .noneMatch(Member::isProtected)
                    .allMatch(each -> each.state().counts());
            long free =
                    life.group.count(each -> !each.isProtected() && each.state().counts());
            assertThat(plan.leaving()).hasSize((int) Math.min(tooMany, free));
            assertThat(plan.launches()).isEqualTo(Math.max(0, life.group.size().desired() - life.group.running()));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 70_000})
    void aSimplePolicyNeverActsWhileSomethingIsLaunchedOrEndedOrItCoolsDown(int seed) {
        forAll(seed, (life, due) -> {
            boolean isBusy = life.group.isBusy(life.now);

            assertThat(life.group.run(due, life.now))
                    .filteredOn(each -> each.run().policy() instanceof SimplePolicy && isBusy)
                    .noneMatch(each -> each.own().changes());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 80_000})
    void everyDecisionHasASentenceThatNamesItsPolicy(int seed) {
        forAll(
                seed,
                (life, due) -> assertThat(life.group.run(due, life.now))
                        .allSatisfy(each -> assertThat(each.why())
                                .startsWith("Policy " + each.subject() + " ")
                                .endsWith(".")));
    }
}
