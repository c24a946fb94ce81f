package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations on dashboards. */
final class DashboardsApi {
    private static final int PAGE = 1_000;
    private static final int LARGEST_BODY = 1_048_576;
    private static final int MOST_WIDGETS = 500;

    private final Dashboards dashboards;

    DashboardsApi(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    void addTo(AwsService service) {
        service.on(PutDashboardRequest.class, this::put)
                .on(GetDashboardRequest.class, this::get)
                .on(ListDashboardsRequest.class, this::list)
                .on(DeleteDashboardsRequest.class, this::delete);
    }

    /** A widget that can't be right is told and kept nevertheless, as on AWS (evidence: [D]). */
    private PutDashboardResponse put(PutDashboardRequest request) {
        String name = Refusals.required(request.dashboardName(), "DashboardName");
        String body = Refusals.required(request.dashboardBody(), "DashboardBody");
        if (!name.matches("[\\w-]{1,255}")) {
            throw invalid("The name " + name + " must have 1 to 255 letters, digits, - and _.");
        }
        List<DashboardValidationMessage> messages = new ArrayList<>();
        JsonNode widgets = widgets(body);
        for (int i = 0; i < widgets.size(); i++) {
            JsonNode widget = widgets.get(i);
            for (String field : List.of("type", "properties")) {
                if (!widget.has(field)) {
                    messages.add(DashboardValidationMessage.builder()
                            .dataPath("/widgets/" + i)
                            .message("Should have required property '" + field + "'")
                            .build());
                }
            }
        }
        dashboards.put(name, body);
        return PutDashboardResponse.builder()
                .dashboardValidationMessages(messages)
                .build();
    }

    private static JsonNode widgets(String body) {
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
            throw invalid("The dashboard body is larger than 1 MiB.");
        }
        try {
            JsonNode widgets = JsonMapper.shared().readTree(body).path("widgets");
            if (!widgets.isArray() || widgets.size() > MOST_WIDGETS) {
                throw invalid("The field widgets must be present and be a list of at most " + MOST_WIDGETS + ".");
            }
            return widgets;
        } catch (JacksonException e) {
            throw invalid("The field DashboardBody must be a valid JSON object: " + e.getOriginalMessage() + ".");
        }
    }

    private static AwsError invalid(String message) {
        return AwsError.of(DashboardInvalidInputErrorException.class, message);
    }

    private GetDashboardResponse get(GetDashboardRequest request) {
        String name = Refusals.required(request.dashboardName(), "DashboardName");
        Dashboards.Dashboard found = dashboards.find(name).orElseThrow(() -> absent(List.of(name)));
        return GetDashboardResponse.builder()
                .dashboardName(name)
                .dashboardArn(dashboards.arnOf(name))
                .dashboardBody(found.body())
                .build();
    }

    private static AwsError absent(List<String> names) {
        return AwsError.of(
                DashboardNotFoundErrorException.class, "Dashboard " + String.join(", ", names) + " does not exist.");
    }

    private ListDashboardsResponse list(ListDashboardsRequest request) {
        String prefix = request.dashboardNamePrefix() == null ? "" : request.dashboardNamePrefix();
        Page<DashboardEntry> page = Page.of(
                dashboards.all().stream()
                        .filter(each -> each.name().startsWith(prefix))
                        .map(this::entry)
                        .toList(),
                request.nextToken(),
                PAGE);
        return ListDashboardsResponse.builder()
                .dashboardEntries(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private DashboardEntry entry(Dashboards.Dashboard dashboard) {
        return DashboardEntry.builder()
                .dashboardName(dashboard.name())
                .dashboardArn(dashboards.arnOf(dashboard.name()))
                .lastModified(dashboard.modified())
                .size((long) dashboard.body().getBytes(StandardCharsets.UTF_8).length)
                .build();
    }

    /** All of them or none. */
    private DeleteDashboardsResponse delete(DeleteDashboardsRequest request) {
        if (request.dashboardNames().isEmpty()) {
            throw Refusals.invalidValue("The collection DashboardNames must not be empty.");
        }
        List<String> absent = request.dashboardNames().stream()
                .filter(name -> dashboards.find(name).isEmpty())
                .toList();
        if (!absent.isEmpty()) {
            throw absent(absent);
        }
        dashboards.delete(request.dashboardNames());
        return DeleteDashboardsResponse.builder().build();
    }
}
