package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.instance.FileTree;
import io.beanpole.cloud.instance.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** {@code /opt/elasticbeanstalk/bin/get-config}, with which scripts read the environment properties (reference 4.5 [D]). */
final class ConfigTool {
    private static final String DATA = "/opt/elasticbeanstalk/deployment";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCRIPT = """
            #!/bin/sh
            # get-config environment [-k NAME] | optionsettings [-n NAMESPACE [-o NAME]] | addons | container
            # An environment here has no addons, and its containers have no settings of the platform.
            data=/opt/elasticbeanstalk/deployment
            what=$1
            [ $# -eq 0 ] || shift
            while [ $# -gt 0 ]; do
                case "$1" in
                    -k|--key) key=${2:?is missing} ;;
                    -n|--namespace) namespace=${2:?is missing} ;;
                    -o|--option-name) option=${2:?is missing} ;;
                    *) echo "get-config does not know $1" >&2; exit 1 ;;
                esac
                shift 2
            done
            case "$key$namespace$option" in */*) exit 1 ;; esac
            case "$what" in
                environment) cat "$data/${key:+env.d/}${key:-env.json}" ;;
                optionsettings) if [ -n "$option" ]; then
                        cat "$data/options.d/${namespace:-aws:elasticbeanstalk:application:environment}/$option"
                    else
                        cat "$data/${namespace:+options.d/}${namespace:-options}.json"
                    fi ;;
                addons|container) echo '{}' ;;
                *) echo "get-config knows environment, optionsettings, addons and container, not $what" >&2; exit 1 ;;
            esac
            """;

    private final Sandbox sandbox;

    ConfigTool(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** @param options all settings in force by namespace and name */
    void install(Map<String, String> properties, Map<String, Map<String, String>> options) {
        FileTree.delete(sandbox.place(DATA));
        FileTree.delete(sandbox.place("/opt/elasticbeanstalk/bin/get-config"));
        write("/env", "/env.d/", properties);
        sandbox.write(DATA + "/options.json", json(options), "rw-------");
        options.forEach(
                (namespace, values) -> write("/options.d/" + namespace, "/options.d/" + namespace + "/", values));
        sandbox.write("/opt/elasticbeanstalk/bin/get-config", bytes(sandbox.moved(SCRIPT)), "rwx------");
    }

    /** All of them in one file, and each whose name can be that of a file in one of its own. */
    private void write(String whole, String each, Map<String, String> values) {
        sandbox.write(DATA + whole + ".json", json(values), "rw-------");
        values.forEach((name, value) -> {
            if (name.matches("[\\w.: -]+")) {
                sandbox.write(DATA + each + name, bytes(value), "rw-------");
            }
        });
    }

    private static byte[] json(Map<String, ?> values) {
        return bytes(JSON.writeValueAsString(new TreeMap<>(values)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
