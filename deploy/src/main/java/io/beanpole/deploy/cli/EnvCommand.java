package io.beanpole.deploy.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code env}: exports that turn {@code aws} and the SDKs to the local cloud. */
@Command(
        name = "env",
        description = "Print exports for aws, the SDKs and curl: eval \"$(./beanpole env)\"",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole env"})
final class EnvCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    EnvCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var state = checkout.runningLocalCloud();
        var exports = new LinkedHashMap<String, String>();
        exports.put("AWS_ENDPOINT_URL", state.endpoint().toString());
        exports.put("AWS_ACCESS_KEY_ID", state.key().id());
        exports.put("AWS_SECRET_ACCESS_KEY", state.key().secret());
        exports.put("AWS_DEFAULT_REGION", state.region());
        exports.put("AWS_REGION", state.region());
        var spec = checkout.spec();
        var stage = checkout.localStage(spec);
        LocalStatus.of(state, spec, stage).webUrl().ifPresent(url -> exports.put("BEANPOLE_URL", url));
        checkout.announcement(stage)
                .forEach((name, value) -> exports.put("BEANPOLE_" + name.toUpperCase(Locale.ROOT), value));
        beanpole.print("unset AWS_PROFILE AWS_SESSION_TOKEN");
        exports.forEach((name, value) -> beanpole.print("export " + name + "=" + quoted(value)));
        return 0;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
