package io.beanpole.cloud.beanstalk.bundle;

import java.util.List;
import java.util.Locale;

/** When the scripts of a directory below {@code .platform/hooks} run (reference 4.5 [D]). */
enum HookPhase {
    /** After the bundle is unpacked, before container commands. */
    PREBUILD,
    /** After container commands, before the application is started. */
    PREDEPLOY,
    /** After the application is started. */
    POSTDEPLOY;

    String directory() {
        return ".platform/hooks/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /** The paths of its scripts in the order in which they run. */
    List<String> scripts(List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(directory())
                        && name.indexOf('/', directory().length()) < 0)
                .sorted()
                .toList();
    }
}
