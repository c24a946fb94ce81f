package io.beanpole.deploy.rights;

import java.util.Collection;
import java.util.Set;

/** What the credentials of a connection may do. */
public interface Rights {
    /**
     * Which of these actions of IAM the credentials lack, as far as it is known; an action about which nothing is known
     * isn't among them. Blocks.
     *
     * @param actions as a policy names them, {@code elasticbeanstalk:UpdateEnvironment}
     */
    Set<String> missing(Collection<String> actions);
}
