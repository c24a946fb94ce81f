package io.beanpole.console.release;

import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;

/** What does in a shell what the Deploy screen does. */
final class Commands {
    private Commands() {}

    static CopiedCommands of(Order order) {
        var name = order.environmentName();
        if (name.isEmpty()) {
            return CopiedCommands.NONE;
        }
        if (order.content() instanceof Content.Version version) {
            return new CopiedCommands(
                    "./beanpole deploy " + name + " --version-label " + version.label(),
                    "aws elasticbeanstalk update-environment --environment-name " + name + " --version-label "
                            + version.label());
        }
        return new CopiedCommands(
                "./beanpole history " + name, "aws elasticbeanstalk describe-environments --environment-names " + name);
    }
}
