package io.beanpole.console;

import io.beanpole.console.connection.Reach;
import io.beanpole.console.screen.CopiedCommands;
import java.util.regex.Pattern;

/**
 * Leads the commands of a screen to the cloud that the screen shows. Without that a shell would run them on whatever is
 * its own default, which may be another account.
 */
final class CommandsOfCloud {
    private static final Pattern OWN_REGION = Pattern.compile(" --region \\S+");
    /** The messages of a cloud in AWS have no time line that could be asked for. */
    private static final String ONLY_LOCAL = "./beanpole messages";

    private final Reach reach;
    private final String awsOptions;

    /** @param awsOptions by which {@code aws} reaches the cloud */
    CommandsOfCloud(Reach reach, String awsOptions) {
        this.reach = reach;
        this.awsOptions = awsOptions;
    }

    /** The same commands, on this cloud; empty where no command reaches it. */
    CopiedCommands lead(CopiedCommands commands) {
        return new CopiedCommands(beanpole(commands.beanpole()), aws(commands.aws()));
    }

    /** The deploy tool knows stages; a profile that is none of them it doesn't reach. */
    private String beanpole(String command) {
        if (command.isEmpty() || reach instanceof Reach.Profile) {
            return "";
        }
        if (reach instanceof Reach.Stage stage) {
            return !stage.isLocal() && command.startsWith(ONLY_LOCAL) ? "" : command + " --stage " + stage.name();
        }
        return command;
    }

    private String aws(String command) {
        return command.startsWith("aws ")
                ? "aws " + awsOptions + OWN_REGION.matcher(command.substring(3)).replaceAll("")
                : command;
    }
}
