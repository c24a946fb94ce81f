package io.beanpole.cloud.instance;

import java.util.List;
import java.util.Map;

/** The file of a bundle that says which containers an instance runs. */
public interface ContainerSource {
    /**
     * The containers, in the order in which they are started.
     *
     * @param properties the environment properties, which some files refer to
     * @throws InstanceException when they can't be understood
     */
    List<ContainerDefinition> containers(Map<String, String> properties);

    /** Whether every container gets the environment properties; with compose only those that ask for them [D]. */
    boolean givesPropertiesToAll();

    /** A sentence per thing that AWS would do and isn't done here. */
    List<String> notes();
}
