package io.beanpole.deploy.scaling.desk;

import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A design under other names. CloudFormation makes AWS's names of a stack, a logical id and a suffix ({@code
 * awseb-e-abc-stack-DepthHigh-1A2B}); a file may have the logical id only, of letters and digits; and an alarm that is put
 * without a stack needs a name that no other environment of the account has.
 */
public final class RenamedDesign {
    private static final Pattern OF_A_STACK =
            Pattern.compile("awseb-e-[a-z0-9]+-stack-([A-Za-z0-9]+)(?:-[A-Za-z0-9]{6,14})?");

    private final ScalingDesign design;
    private final UnaryOperator<String> names;

    private RenamedDesign(ScalingDesign design, UnaryOperator<String> names) {
        this.design = design;
        this.names = names;
    }

    /** The design as a file of {@code .ebextensions} would have it. */
    public static ScalingDesign portable(ScalingDesign design) {
        return new RenamedDesign(design, name -> logical(design.name(), name)).renamed();
    }

    /** The design with names that belong to one environment. */
    public static ScalingDesign inAccount(ScalingDesign design, String environmentName) {
        var renamed = new RenamedDesign(design, name -> environmentName + "-" + name).renamed();
        return new ScalingDesign(
                environmentName,
                renamed.minimum(),
                renamed.maximum(),
                renamed.cooldown(),
                renamed.warmUp(),
                renamed.alarms(),
                renamed.policies(),
                renamed.schedule());
    }

    /** What a file calls a part of an environment. */
    public static String logical(String environmentName, String name) {
        var ofStack = OF_A_STACK.matcher(name);
        if (ofStack.matches()) {
            return ofStack.group(1);
        }
        var own = name.startsWith(environmentName + "-") ? name.substring(environmentName.length() + 1) : name;
        return own.replaceAll("[^A-Za-z0-9]", "");
    }

    private ScalingDesign renamed() {
        return new ScalingDesign(
                design.name(),
                design.minimum(),
                design.maximum(),
                design.cooldown(),
                design.warmUp(),
                design.alarms().stream().map(this::alarm).toList(),
                design.policies().stream().map(this::policy).toList(),
                design.schedule());
    }

    private DesignedAlarm alarm(DesignedAlarm alarm) {
        return new DesignedAlarm(
                names.apply(alarm.name()),
                alarm.metric(),
                alarm.rule(),
                alarm.policies().stream().map(names).toList(),
                alarm.enabled());
    }

    private DesignedPolicy policy(DesignedPolicy designed) {
        return new DesignedPolicy(named(designed.policy()), designed.enabled(), designed.tracked());
    }

    private ScalingPolicy named(ScalingPolicy policy) {
        var name = names.apply(policy.name());
        if (policy instanceof SimplePolicy simple) {
            return new SimplePolicy(name, simple.adjustment(), simple.cooldown());
        }
        if (policy instanceof StepPolicy step) {
            return new StepPolicy(name, step.type(), step.steps(), step.minMagnitude(), step.warmUp());
        }
        var target = (TargetTrackingPolicy) policy;
        return new TargetTrackingPolicy(name, target.target(), target.keepsSize(), target.warmUp());
    }
}
