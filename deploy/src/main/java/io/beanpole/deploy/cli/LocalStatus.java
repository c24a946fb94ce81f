package io.beanpole.deploy.cli;

import io.beanpole.deploy.local.LocalCloudConsole;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What the local cloud says of itself, seen from one of its stages: the environments of its other stages are left out.
 *
 * @param cloud the whole answer
 * @param elsewhere the names of environments that belong to other stages
 */
record LocalStatus(JsonNode cloud, Set<String> elsewhere) {
    private static final String WEB_TIER = "WebServer";

    /** Asks the local cloud. */
    static LocalStatus of(LocalCloudState state, DeploymentSpec spec, StageSpec stage) {
        var elsewhere = new HashSet<String>();
        for (var other : spec.stages().values()) {
            if (other.localCloud() && !other.name().equals(stage.name())) {
                spec.environments().keySet().forEach(name -> elsewhere.add(spec.environmentName(other, name)));
            }
        }
        return new LocalStatus(new LocalCloudConsole(state).status(), elsewhere);
    }

    /** The environments of the stage, and those that no stage describes. */
    ArrayNode environments() {
        var environments = JsonMapper.shared().createArrayNode();
        for (var environment : cloud.path("environments")) {
            if (!elsewhere.contains(environment.path("name").asString(""))) {
                environments.add(environment);
            }
        }
        return environments;
    }

    /** The address of the first web environment. */
    Optional<String> webUrl() {
        for (var environment : environments()) {
            var url = environment.path("url").asString("");
            if (environment.path("tier").asString("").equals(WEB_TIER) && !url.isEmpty()) {
                return Optional.of(url);
            }
        }
        return Optional.empty();
    }
}
