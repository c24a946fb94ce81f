package io.beanpole.cloud.ec2;

import io.beanpole.cloud.autoscaling.LaunchedInstance;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Instances as EC2 shows them: each in a reservation of its own, because Auto Scaling launches them one by one. */
final class InstanceViews {
    /** Said of spare capacity; what was bought On-Demand has no lifecycle. */
    static final String SPOT = "spot";

    /** The code of a state, of which EC2 takes the low byte only. */
    private static final Map<String, Integer> CODES = Map.of("pending", 0, "running", 16, "shutting-down", 32);

    private final String account;

    InstanceViews(String account) {
        this.account = account;
    }

    Reservation reservation(LaunchedInstance instance) {
        return Reservation.builder()
                .reservationId("r-" + instance.id().substring("i-".length()))
                .ownerId(account)
                .instances(instance(instance))
                .build();
    }

    private static Instance instance(LaunchedInstance instance) {
        return Instance.builder()
                .instanceId(instance.id())
                .instanceType(instance.type())
                .instanceLifecycle(instance.isSpot() ? SPOT : null)
                .state(state -> state.name(instance.state()).code(CODES.getOrDefault(instance.state(), 0)))
                .placement(place -> place.availabilityZone(instance.zone()).tenancy("default"))
                .launchTime(instance.launched())
                .tags(tags(instance.tags()))
                .build();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(each ->
                        Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .toList();
    }
}
