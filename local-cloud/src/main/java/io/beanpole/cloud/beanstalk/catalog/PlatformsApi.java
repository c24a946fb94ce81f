package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.catalog.Platforms.Found;
import io.beanpole.cloud.beanstalk.request.CopiedShape;
import io.beanpole.cloud.beanstalk.request.Page;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreatePlatformVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeletePlatformVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribePlatformVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribePlatformVersionResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListAvailableSolutionStacksRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListAvailableSolutionStacksResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformBranchesRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformBranchesResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformVersionsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformVersionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.PlatformBranchSummary;
import software.amazon.awssdk.services.elasticbeanstalk.model.PlatformDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.PlatformSummary;
import software.amazon.awssdk.services.elasticbeanstalk.model.SolutionStackDescription;

/** The operations that tell of platforms. */
final class PlatformsApi {
    private static final String OWNER = "AWSElasticBeanstalk";

    private final Platforms platforms;

    PlatformsApi(Platforms platforms) {
        this.platforms = platforms;
    }

    void register(AwsService service) {
        service.on(ListAvailableSolutionStacksRequest.class, this::solutionStacks)
                .on(ListPlatformBranchesRequest.class, this::branches)
                .on(ListPlatformVersionsRequest.class, this::versions)
                .on(DescribePlatformVersionRequest.class, this::version)
                .refuses(
                        CreatePlatformVersionRequest.class,
                        "TooManyPlatformsException",
                        400,
                        "You cannot have more than 0 custom platforms: there is no Packer here to build one. Use one of"
                                + " the platforms of ListPlatformVersions.")
                .refuses(
                        DeletePlatformVersionRequest.class,
                        "InvalidParameterValue",
                        400,
                        "Only custom platforms can be deleted, and there are none.");
    }

    private ListAvailableSolutionStacksResponse solutionStacks(ListAvailableSolutionStacksRequest request) {
        List<String> stacks = platforms.versions().stream()
                .map(each -> platforms.name(each).solutionStack())
                .toList();
        return ListAvailableSolutionStacksResponse.builder()
                .solutionStacks(stacks)
                .solutionStackDetails(stacks.stream()
                        .map(stack -> SolutionStackDescription.builder()
                                .solutionStackName(stack)
                                .permittedFileTypes("zip")
                                .build())
                        .toList())
                .build();
    }

    private ListPlatformBranchesResponse branches(ListPlatformBranchesRequest request) {
        Page<PlatformBranch> page = Page.of(
                platforms.branches().stream()
                        .filter(branch -> request.filters().stream()
                                .allMatch(filter -> FilterOperator.holds(
                                        filter.operator(), values(branch, filter.attribute()), filter.values())))
                        .toList(),
                request.nextToken(),
                request.maxRecords());
        return ListPlatformBranchesResponse.builder()
                .platformBranchSummaryList(page.map(branch -> PlatformBranchSummary.builder()
                        .platformName(branch.platformName())
                        .branchName(branch.name())
                        .lifecycleState(branch.lifecycle())
                        .branchOrder(branch.order())
                        .supportedTierList(PlatformBranch.TIERS)
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }

    private static List<String> values(PlatformBranch branch, @Nullable String attribute) {
        return switch (Refusals.required(attribute, "Filters.member.Attribute")) {
            case "BranchName" -> List.of(branch.name());
            case "LifecycleState" -> List.of(branch.lifecycle());
            case "PlatformName" -> List.of(branch.platformName());
            case "TierType" -> PlatformBranch.TIERS;
            default -> throw Refusals.invalid("The attribute " + attribute + " is not one that a filter takes.");
        };
    }

    private ListPlatformVersionsResponse versions(ListPlatformVersionsRequest request) {
        Page<Found> page = Page.of(
                platforms.versions().stream()
                        .filter(found -> request.filters().stream()
                                .allMatch(filter -> FilterOperator.holds(
                                        filter.operator(), values(found, filter.type()), filter.values())))
                        .toList(),
                request.nextToken(),
                request.maxRecords());
        return ListPlatformVersionsResponse.builder()
                .platformSummaryList(page.map(found -> CopiedShape.of(description(found), PlatformSummary.builder())
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }

    private static List<String> values(Found found, @Nullable String type) {
        return switch (Refusals.required(type, "Filters.member.Type")) {
            case "PlatformName" -> List.of(found.branch().name());
            case "PlatformVersion" -> List.of(found.version().number());
            case "PlatformStatus" -> List.of("Ready");
            case "PlatformBranchName" -> List.of(found.branch().name());
            case "PlatformBranchLifecycleState" -> List.of(found.branch().lifecycle());
            case "PlatformLifecycleState" -> List.of(found.isNewest() ? "Recommended" : "");
            case "PlatformOwner" -> List.of(OWNER);
            case "PlatformCategory" -> List.of(found.branch().category());
            case "SupportedTier" -> PlatformBranch.TIERS;
            case "SupportedAddon" -> PlatformBranch.ADDONS;
            case "ProgrammingLanguageName" -> List.of();
            case "OperatingSystemName" -> List.of(found.branch().os());
            default -> throw Refusals.invalid("The type " + type + " is not one that a filter takes.");
        };
    }

    private DescribePlatformVersionResponse version(DescribePlatformVersionRequest request) {
        String arn = Refusals.required(request.platformArn(), "PlatformArn");
        Found found =
                platforms.ofArn(arn).orElseThrow(() -> Refusals.invalid("No Platform named '" + arn + "' found."));
        return DescribePlatformVersionResponse.builder()
                .platformDescription(description(found))
                .build();
    }

    private PlatformDescription description(Found found) {
        PlatformBranch branch = found.branch();
        PlatformName name = platforms.name(found);
        return PlatformDescription.builder()
                .platformArn(name.platformArn())
                .platformOwner(OWNER)
                .platformName(branch.name())
                .platformVersion(found.version().number())
                .solutionStackName(name.solutionStack())
                .platformStatus("Ready")
                .dateCreated(found.version().released())
                .dateUpdated(found.version().released())
                .platformCategory(branch.category())
                .description(name.solutionStack())
                .operatingSystemName(branch.os())
                .operatingSystemVersion(branch.osVersion())
                .supportedTierList(PlatformBranch.TIERS)
                .supportedAddonList(PlatformBranch.ADDONS)
                .platformLifecycleState(found.isNewest() ? "Recommended" : null)
                .platformBranchName(branch.name())
                .platformBranchLifecycleState(branch.lifecycle())
                .build();
    }
}
