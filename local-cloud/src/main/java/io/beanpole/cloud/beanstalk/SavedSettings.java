package io.beanpole.cloud.beanstalk;

import java.util.Map;

/**
 * The option settings that an environment took over from a saved configuration: a layer of their own, below those of
 * the API and above those of .ebextensions [D][M].
 *
 * @param name of the saved configuration; empty for none
 * @param settings by namespace and name
 */
record SavedSettings(String name, Map<String, Map<String, String>> settings) {
    static final SavedSettings NONE = new SavedSettings("", Map.of());
}
