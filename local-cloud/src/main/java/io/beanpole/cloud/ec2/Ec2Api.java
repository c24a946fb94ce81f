package io.beanpole.cloud.ec2;

import io.beanpole.cloud.autoscaling.LaunchedInstance;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Reservation;

/**
 * The one operation of EC2 that tells what no other service does of an environment's instance: how it was bought.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html">DescribeInstances</a>
 */
public final class Ec2Api {
    private static final Pattern ID = Pattern.compile("i-[0-9a-f]{8}(?:[0-9a-f]{9})?");
    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,6}");
    private static final int FEWEST_A_PAGE = 5;
    private static final int MOST_A_PAGE = 1000;

    private final Supplier<List<LaunchedInstance>> launched;
    private final InstanceViews views;

    /** @param launched the instances of all environments */
    public Ec2Api(String account, Supplier<List<LaunchedInstance>> launched) {
        this.launched = launched;
        this.views = new InstanceViews(account);
    }

    /** The service, for the wire. */
    public AwsService service() {
        return AwsService.named("EC2")
                .version("2016-11-15")
                .on(DescribeInstancesRequest.class, this::describe)
                .lacks(
                        DescribeInstancesRequest.class,
                        "nothing is told of images, networks and volumes, which aren't there; an ended instance is"
                                + " forgotten at once, on AWS after an hour.")
                .leavesOut(
                        Ec2Client.class,
                        "the local cloud has no EC2 of its own; instances come and go with Elastic Beanstalk environments"
                                + " and their Auto Scaling groups.");
    }

    private DescribeInstancesResponse describe(DescribeInstancesRequest request) {
        InstanceFilters filters = InstanceFilters.of(request.filters());
        List<LaunchedInstance> all = launched.get();
        requireKnown(request.instanceIds(), all);
        List<LaunchedInstance> found = all.stream()
                .filter(each ->
                        request.instanceIds().isEmpty() || request.instanceIds().contains(each.id()))
                .filter(filters::take)
                .toList();
        int from = begin(request.nextToken(), found.size());
        int to = Math.min(found.size(), from + size(request));
        List<Reservation> shown =
                found.subList(from, to).stream().map(views::reservation).toList();
        return DescribeInstancesResponse.builder()
                .reservations(shown)
                .nextToken(to < found.size() ? String.valueOf(to) : null)
                .build();
    }

    private static void requireKnown(List<String> wanted, List<LaunchedInstance> all) {
        for (String id : wanted) {
            if (!ID.matcher(id).matches()) {
                throw new AwsError("InvalidInstanceID.Malformed", 400, "Invalid id: \"" + id + "\"");
            }
        }
        Set<String> missing = new LinkedHashSet<>(wanted);
        all.forEach(each -> missing.remove(each.id()));
        if (!missing.isEmpty()) {
            String ids = String.join(", ", missing);
            throw new AwsError(
                    "InvalidInstanceID.NotFound",
                    400,
                    missing.size() == 1
                            ? "The instance ID '" + ids + "' does not exist"
                            : "The instance IDs '" + ids + "' do not exist");
        }
    }

    private static int size(DescribeInstancesRequest request) {
        Integer wanted = request.maxResults();
        if (wanted == null) {
            return MOST_A_PAGE;
        }
        if (!request.instanceIds().isEmpty()) {
            throw new AwsError(
                    "InvalidParameterCombination",
                    400,
                    "The parameter instancesSet cannot be used with the parameter maxResults");
        }
        if (wanted < FEWEST_A_PAGE || wanted > MOST_A_PAGE) {
            throw invalid("Value ( " + wanted + " ) for parameter maxResults is invalid. Expecting a value between "
                    + FEWEST_A_PAGE + " and " + MOST_A_PAGE + ".");
        }
        return wanted;
    }

    private static int begin(@Nullable String token, int count) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new AwsError("InvalidNextToken", 400, "The token '" + token + "' is invalid.");
        }
        return Math.min(Integer.parseInt(token), count);
    }

    private static AwsError invalid(String why) {
        return new AwsError("InvalidParameterValue", 400, why);
    }
}
