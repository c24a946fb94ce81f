package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.PurchaseMix;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    private final GroupState<Member> group = new GroupState<>(settings(2, Set.of()), Duration.ofSeconds(60));

    @Test
    void ofSeveralPoliciesAtOnceTheLargestCapacityHoldsAndOnlyThatOneChangesTheGroup() {
        List<PolicyEvaluated> evaluated = run(NOW, simple("down", -1), simple("up", 1), simple("more", 3));

        assertThat(evaluated)
                .extracting(each -> each.result().rule())
                .containsExactly(
                        DecisionRule.OTHER_POLICY_WANTS_MORE,
                        DecisionRule.OTHER_POLICY_WANTS_MORE,
                        DecisionRule.ADJUSTED);
        assertThat(evaluated).extracting(PolicyEvaluated::prevails).containsExactly(false, false, true);
        assertThat(group.size().desired()).isEqualTo(5);
        assertThat(evaluated.get(1).why())
                .isEqualTo("Policy up wants 3 instances, policy more changes the desired capacity to 5 at the same"
                        + " time.");
    }

    @Test
    void aDecisionCarriesAllThatItWasMadeOf() {
        PolicyEvaluated decided = run(NOW, simple("down", -1), simple("up", 20)).get(0);

        assertThat(decided.size()).isEqualTo(new GroupSize(1, 10, 2));
        assertThat(decided.activity().at()).isEqualTo(NOW);
        assertThat(decided.own().after()).isEqualTo(1);
        assertThat(decided.standing())
                .extracting(each -> each.policy() + each.after())
                .containsExactly("down1", "up10");
        assertThat(decided.run().alarm()).isEqualTo("alarm of down");
        assertThat(decided.why()).contains("policy up changes the desired capacity to 10 at the same time");
    }

    @Test
    void aSimplePolicyWaitsUntilWhatItBeganIsOverAndThenForItsCooldown() {
        run(NOW, simple("up", 1));
        Member added = launch("i-1", NOW);

        assertThat(rule(NOW.plusSeconds(60))).isEqualTo(DecisionRule.ACTIVITY_RUNS);
        added.serves(NOW.plusSeconds(90));
        group.activityEnded(NOW.plusSeconds(90));
        assertThat(rule(NOW.plusSeconds(149))).isEqualTo(DecisionRule.COOLDOWN);
        assertThat(group.isBusy(NOW.plusSeconds(149))).isTrue();
        assertThat(rule(NOW.plusSeconds(150))).isEqualTo(DecisionRule.ADJUSTED);
    }

    @Test
    void oneThatSomebodyExecutesNeedNotWait() {
        run(NOW, simple("up", 1));
        launch("i-1", NOW);

        PolicyRun executed = new PolicyRun(simple("up", 1), true, "", null, false, null);

        assertThat(group.run(List.of(executed), NOW.plusSeconds(1)).get(0).changes())
                .isTrue();
    }

    @Test
    void whileAlarmsAreSuspendedTheyRunNoPolicyButSomebodyCan() {
        group.become(settings(2, Set.of(ScalingProcess.ALARM_NOTIFICATION)));

        assertThat(rule(NOW)).isEqualTo(DecisionRule.PROCESS_SUSPENDED);
        PolicyRun executed = new PolicyRun(simple("up", 1), true, "", null, true, null);
        assertThat(group.run(List.of(executed), NOW).get(0).changes()).isTrue();
    }

    @Test
    void aDisabledPolicyDecidesNothing() {
        PolicyRun disabled = PolicyRun.byAlarm(simple("up", 1), false, "alarm", OptionalDouble.of(7), 5);

        PolicyEvaluated decided = group.run(List.of(disabled), NOW).get(0);

        assertThat(decided.why()).isEqualTo("Policy up is disabled.");
        assertThat(decided.rule()).isEqualTo("POLICY_DISABLED");
    }

    @Test
    void aPolicyThatTracksATargetIsHeldBackByAnotherThatIsNotBelow() {
        group.become(settings(4, Set.of()));
        TargetTrackingPolicy policy = new TargetTrackingPolicy("backlog", 10, false, Duration.ZERO);
        PolicyRun low = PolicyRun.byAlarm(policy, true, "low", OptionalDouble.of(2), 9);

        assertThat(group.run(List.of(low.heldBackBy("cpu")), NOW).get(0).why())
                .isEqualTo("Policy backlog waits: cpu tracks a target too, and its metric is not below it.");
        assertThat(group.run(List.of(low), NOW).get(0).result().after()).isEqualTo(1);
    }

    @Test
    void allProtectedIsToldOncePerDesiredCapacity() {
        group.become(settings(2, Set.of()));
        launch("i-1", NOW);
        launch("i-2", NOW);
        group.members().forEach(each -> group.protect(each, true));
        group.become(settings(1, Set.of()));

        assertThat(group.reconciled(NOW)).isEqualTo(new Reconciliation<Member>(0, 0, List.of(), true));
        assertThat(group.reconciled(NOW).isScaleIn()).isFalse();

        group.protect(group.member("i-2").orElseThrow(), false);
        assertThat(group.reconciled(NOW).leaving()).extracting(Member::id).containsExactly("i-2");
    }

    @Test
    void whatIsSuspendedIsNeitherLaunchedNorEnded() {
        group.become(settings(2, Set.of(ScalingProcess.LAUNCH, ScalingProcess.TERMINATE)));
        assertThat(group.reconciled(NOW).launches()).isZero();

        List.of("i-1", "i-2", "i-3").forEach(each -> launch(each, NOW));
        assertThat(group.reconciled(NOW).leaving()).isEmpty();
    }

    @Test
    void aScheduledActionSetsTheSizeUnlessItIsSuspended() {
        ScheduledSize night = new ScheduledSize(0, 3, null);

        assertThat(group.schedule("night", new ScheduledSize(4, null, null), NOW)
                        .why())
                .isEqualTo("Scheduled action night sets the bounds 4 to 10: the desired capacity becomes 4.");
        group.become(settings(2, Set.of(ScalingProcess.SCHEDULED_ACTIONS)));
        assertThat(group.schedule("night", night, NOW).changes()).isFalse();
        assertThat(group.size()).isEqualTo(new GroupSize(1, 10, 2));
    }

    @Test
    void spotIsBoughtByTheShareOfTheSizeThatIsToCome() {
        group.become(settings(10, Set.of()).withMix(new PurchaseMix(4, 50)));
        Reconciliation<Member> due = group.reconciled(NOW);

        assertThat(due.onDemand()).isEqualTo(7);
        assertThat(due.spot()).isEqualTo(3);
    }

    @Test
    void whereNoSpotCanBeHadTheShareThatIsOnDemandIsBoughtAllTheSameAndNoMore() {
        group.become(settings(4, Set.of()).withMix(new PurchaseMix(1, 50)));
        launch("i-1", NOW);
        launch("i-2", NOW);

        assertThat(group.reconciled(NOW)).isEqualTo(new Reconciliation<Member>(1, 1, List.of(), false));
        launch("i-3", NOW);
        assertThat(group.reconciled(NOW)).isEqualTo(new Reconciliation<Member>(0, 1, List.of(), false));
    }

    @Test
    void whereAllAreProtectedTheCooldownBeginsWithTheDecision() {
        for (String id : List.of("i-1", "i-2")) {
            launch(id, NOW).serves(NOW);
        }
        group.members().forEach(each -> group.protect(each, true));

        run(NOW, simple("down", -1));
        assertThat(group.reconciled(NOW).leaving()).isEmpty();
        group.activityEnded(NOW);

        assertThat(rule(NOW.plusSeconds(59))).isEqualTo(DecisionRule.COOLDOWN);
        assertThat(rule(NOW.plusSeconds(60))).isEqualTo(DecisionRule.ADJUSTED);
    }

    @Test
    void whereALaunchFailsTheCooldownBeginsWithTheDecision() {
        group.become(settings(1, Set.of()));
        launch("i-1", NOW).serves(NOW);

        run(NOW, simple("up", 1));
        assertThat(group.reconciled(NOW).launches()).isEqualTo(1);
        group.activityEnded(NOW);

        assertThat(rule(NOW.plusSeconds(59))).isEqualTo(DecisionRule.COOLDOWN);
    }

    @Test
    void aScheduledActionThatContradictsTheBoundsIsRefusedWithASentence() {
        SizeScheduled done = group.schedule("night", new ScheduledSize(11, null, null), NOW);

        assertThat(done.isRefused()).isTrue();
        assertThat(done.rule()).isEqualTo("REFUSED");
        assertThat(done.why()).startsWith("Scheduled action night changes nothing: ");
        assertThat(group.size()).isEqualTo(new GroupSize(1, 10, 2));
    }

    @Test
    void alarmsThatAreEvaluatedAllTheTimeAreRefused() {
        assertThatThrownBy(() -> new GroupState<Member>(settings(1, Set.of()), Duration.ZERO))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("PT0S");
    }

    private List<PolicyEvaluated> run(Instant at, ScalingPolicy... policies) {
        return group.run(
                java.util.Arrays.stream(policies)
                        .map(each -> PolicyRun.byAlarm(each, true, "alarm of " + each.name(), OptionalDouble.of(7), 5))
                        .toList(),
                at);
    }

    private DecisionRule rule(Instant at) {
        return run(at, simple("up", 1)).get(0).result().rule();
    }

    private Member launch(String id, Instant at) {
        Member member = new Member(id, at, true, false);
        group.add(member);
        return member;
    }

    private static GroupSettings settings(int desired, Set<ScalingProcess> suspended) {
        return new GroupSettings(
                new GroupSize(1, 10, desired),
                List.of(TerminationOrder.DEFAULT),
                PurchaseMix.ALL_ON_DEMAND,
                false,
                suspended);
    }

    private static SimplePolicy simple(String name, int amount) {
        return new SimplePolicy(
                name, new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, amount, 0), Duration.ofSeconds(60));
    }
}
