package io.beanpole.cloud.logs;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupSummary;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;

/** The operations on groups. */
final class GroupsApi {
    private static final Set<Integer> RETENTIONS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private final LogGroups groups;
    private final String arn;

    /** @param arn of a group, up to its name */
    GroupsApi(LogGroups groups, String arn) {
        this.groups = groups;
        this.arn = arn;
    }

    void register(AwsService service) {
        service.on(CreateLogGroupRequest.class, this::create)
                .lacks(CreateLogGroupRequest.class, "encryption with a key of KMS, and deletion protection")
                .on(DeleteLogGroupRequest.class, this::delete)
                .on(DescribeLogGroupsRequest.class, this::describe)
                .lacks(DescribeLogGroupsRequest.class, "groups of other accounts")
                .on(ListLogGroupsRequest.class, this::list)
                .lacks(ListLogGroupsRequest.class, "groups of other accounts, data sources and field indexes")
                .on(PutRetentionPolicyRequest.class, this::retain)
                .on(DeleteRetentionPolicyRequest.class, this::retainForEver);
    }

    private CreateLogGroupResponse create(CreateLogGroupRequest request) {
        if (request.kmsKeyId() != null || Boolean.TRUE.equals(request.deletionProtectionEnabled())) {
            throw LogRefusals.of(
                    InvalidParameterException.class,
                    "The local cloud neither encrypts log groups with a KMS key nor protects them from deletion; leave"
                            + " kmsKeyId and deletionProtectionEnabled out.");
        }
        String logClass = request.logGroupClassAsString();
        groups.create(request.logGroupName(), logClass == null ? LogGroups.STANDARD : logClass, request.tags());
        return CreateLogGroupResponse.builder().build();
    }

    private DeleteLogGroupResponse delete(DeleteLogGroupRequest request) {
        groups.delete(groups.group(request.logGroupName()));
        return DeleteLogGroupResponse.builder().build();
    }

    private DescribeLogGroupsResponse describe(DescribeLogGroupsRequest request) {
        String prefix = request.logGroupNamePrefix();
        String part = request.logGroupNamePattern();
        if (prefix != null && part != null) {
            throw LogRefusals.of(
                    InvalidParameterException.class,
                    "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }
        List<String> named =
                request.logGroupIdentifiers().stream().map(LogGroups::nameIn).toList();
        List<LogGroup> found = groups.all().stream()
                .filter(group -> prefix == null || group.name().startsWith(prefix))
                .filter(group -> part == null || lower(group.name()).contains(lower(part)))
                .filter(group -> named.isEmpty() || named.contains(group.name()))
                .filter(group ->
                        request.logGroupClass() == null || group.logClass().equals(request.logGroupClassAsString()))
                .toList();
        Page<LogGroup> page = Page.of(found, LogGroup::name, request.nextToken(), request.limit());
        return DescribeLogGroupsResponse.builder()
                .logGroups(page.items().stream().map(this::view).toList())
                .nextToken(page.next())
                .build();
    }

    private software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup view(LogGroup group) {
        return software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder()
                .logGroupName(group.name())
                .arn(arn + group.name() + ":*")
                .logGroupArn(arn + group.name())
                .creationTime(group.created())
                .retentionInDays(group.retention())
                .metricFilterCount(0)
                .storedBytes(group.bytes())
                .logGroupClass(group.logClass())
                .build();
    }

    private ListLogGroupsResponse list(ListLogGroupsRequest request) {
        Pattern pattern = expression(request.logGroupNamePattern());
        List<LogGroup> found = groups.all().stream()
                .filter(group -> pattern.matcher(group.name()).find())
                .toList();
        Page<LogGroup> page = Page.of(found, LogGroup::name, request.nextToken(), request.limit());
        return ListLogGroupsResponse.builder()
                .logGroups(page.items().stream()
                        .map(group -> LogGroupSummary.builder()
                                .logGroupName(group.name())
                                .logGroupArn(arn + group.name())
                                .logGroupClass(group.logClass())
                                .build())
                        .toList())
                .nextToken(page.next())
                .build();
    }

    private PutRetentionPolicyResponse retain(PutRetentionPolicyRequest request) {
        LogGroup group = groups.group(request.logGroupName());
        Integer days = request.retentionInDays();
        if (days == null || !RETENTIONS.contains(days)) {
            throw LogRefusals.of(
                    InvalidParameterException.class,
                    "1 validation error detected: Value '" + days + "' at 'retentionInDays' failed to satisfy"
                            + " constraint: Member must satisfy enum value set: "
                            + RETENTIONS.stream().sorted().toList());
        }
        groups.keep(group, days);
        return PutRetentionPolicyResponse.builder().build();
    }

    private DeleteRetentionPolicyResponse retainForEver(DeleteRetentionPolicyRequest request) {
        groups.keep(groups.group(request.logGroupName()), null);
        return DeleteRetentionPolicyResponse.builder().build();
    }

    private static Pattern expression(@Nullable String text) {
        try {
            return Pattern.compile(text == null ? "" : text);
        } catch (PatternSyntaxException e) {
            throw LogRefusals.of(
                    InvalidParameterException.class,
                    "The logGroupNamePattern is not a regular expression: " + e.getDescription() + ".");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
