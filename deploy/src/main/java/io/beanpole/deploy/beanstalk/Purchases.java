package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.aws.CallException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.Reservation;

/**
 * How instances were bought: only EC2 tells it (reference 5.6). It never changes, so each instance is asked about once;
 * and nobody does without the rest because EC2 doesn't answer.
 */
final class Purchases implements AutoCloseable {
    /** How many values one filter of DescribeInstances takes. */
    private static final int PAGE = 200;
    /** Instances of a long watch; the oldest are forgotten. */
    private static final int MOST = 5000;
    /** After a refusal, which may be one of rights: nobody is asked at every refresh for what he won't tell. */
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final AwsAccess access;
    private final Clock clock;
    private final Map<String, Purchase> known = new LinkedHashMap<>();
    private Optional<Ec2Client> ec2 = Optional.empty();
    private Instant nextTry = Instant.MIN;

    Purchases(AwsAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** How these were bought, by id; an instance that EC2 doesn't know, or doesn't tell of, is left out. */
    synchronized Map<String, Purchase> of(List<String> instanceIds) {
        var unknown = new ArrayList<>(instanceIds);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty() && !clock.instant().isBefore(nextTry)) {
            read(unknown);
        }
        var found = new HashMap<String, Purchase>();
        instanceIds.forEach(id -> Optional.ofNullable(known.get(id)).ifPresent(how -> found.put(id, how)));
        return found;
    }

    @Override
    public synchronized void close() {
        ec2.ifPresent(Ec2Client::close);
        ec2 = Optional.empty();
    }

    private void read(List<String> instanceIds) {
        try {
            for (int from = 0; from < instanceIds.size(); from += PAGE) {
                remember(page(instanceIds.subList(from, Math.min(instanceIds.size(), from + PAGE))));
            }
        } catch (CallException e) {
            nextTry = clock.instant().plus(RETRY);
        }
    }

    /** By a filter, because an id in the list of ids that EC2 doesn't know any more makes it refuse all of them. */
    private List<Instance> page(List<String> instanceIds) {
        return AwsCall.to(
                        "ask EC2 how the instances were bought",
                        () -> client().describeInstances(request -> request.filters(
                                filter -> filter.name("instance-id").values(instanceIds))))
                .reservations()
                .stream()
                .map(Reservation::instances)
                .flatMap(List::stream)
                .toList();
    }

    private void remember(List<Instance> instances) {
        instances.forEach(instance -> known.put(
                instance.instanceId(),
                instance.instanceLifecycle() == InstanceLifecycleType.SPOT ? Purchase.SPOT : Purchase.ON_DEMAND));
        var oldest = known.keySet().iterator();
        while (known.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Made when it is needed: EC2's client is the largest of all. */
    private Ec2Client client() {
        if (ec2.isEmpty()) {
            ec2 = Optional.of(access.client(Ec2Client.builder()));
        }
        return ec2.orElseThrow();
    }
}
