package io.beanpole.deploy.lane;

import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people call the lanes, and which is more urgent.
 *
 * @param byEnvironment the lane's name by the name of the environment that drains it, the most urgent first
 */
public record LaneNames(Map<String, String> byEnvironment) {
    public LaneNames {
        byEnvironment = Collections.unmodifiableMap(new LinkedHashMap<>(byEnvironment));
    }

    /** Where nothing is known of lanes: each is called as its environment is. */
    public static LaneNames none() {
        return new LaneNames(Map.of());
    }

    /** The lanes of a stage as deployment.yml lists them. */
    public static LaneNames of(DeploymentSpec spec, StageSpec stage) {
        var names = new LinkedHashMap<String, String>();
        spec.lanes().forEach(lane -> names.put(spec.environmentName(stage, spec.environmentOfLane(lane)), lane));
        return new LaneNames(names);
    }

    /** The name of the lane that an environment drains. */
    public String of(String environmentName) {
        return byEnvironment.getOrDefault(environmentName, environmentName);
    }

    /** Whether a lane of this name is described. */
    public boolean contains(String laneName) {
        return byEnvironment.containsValue(laneName);
    }

    /** Environment names: those of known lanes first, in their order, then the others by name. */
    public Comparator<String> byUrgency() {
        List<String> known = new ArrayList<>(byEnvironment.keySet());
        return Comparator.<String>comparingInt(name -> known.contains(name) ? known.indexOf(name) : known.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
