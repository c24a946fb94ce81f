package io.beanpole.scaling.why;

/** Why a group did or did not scale, in one word. */
public enum Verdict {
    /** The group was made later. */
    NOT_THERE_YET,
    /** It did: an alarm ran a policy that changed the desired capacity. */
    SCALED,
    /** It was resized, but by a person, a schedule or something else that is no alarm. */
    RESIZED,
    /** No value of the alarm's metric breaches its threshold. */
    BELOW_THRESHOLD,
    /** Some values breach, but not yet as many as the alarm asks for. */
    WAITING_FOR_DATAPOINTS,
    /** A simple policy waits for the cooldown after an earlier change. */
    COOLDOWN,
    /** A simple policy waits for a change that is still under way. */
    ACTIVITY_RUNS,
    /** Instances that warm up count as added, or keep others from going. */
    WARM_UP,
    /** The group has as many instances as it may. */
    AT_MAXIMUM,
    /** The group has as few instances as it may. */
    AT_MINIMUM,
    /** Elastic Beanstalk's own trigger, which looks at network traffic, pulled the other way. */
    DEFAULT_TRIGGER,
    /** The queue was idle and its metrics stopped; they come back up to 15 minutes late. */
    METRIC_ASLEEP,
    /** The alarm gets no values, and its treatment of missing ones decides. */
    MISSING_DATA,
    /** Fewer instances are wanted, but all that could go are protected from scale-in. */
    ALL_PROTECTED,
    /** More instances are wanted, but EC2 has no Spot capacity to give. */
    SPOT_MISSING,
    /** More instances are wanted, but launching them fails. */
    LAUNCH_FAILED,
    /** A process of the group that would have done it is suspended. */
    PROCESS_SUSPENDED,
    /** A deployment was in progress, which holds scaling back. */
    DEPLOYMENT,
    /** The alarm is in ALARM, but runs no policy of the group. */
    NOT_WIRED,
    /** The policy has no adjustment for this breach, is disabled, or another one wants more. */
    POLICY_ABSTAINS,
    /** All conditions hold: the next evaluation should do it. */
    ABOUT_TO,
    /** There is no alarm that could scale the group. */
    NO_ALARM
}
