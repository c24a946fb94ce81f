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
            # get-config environment [-k NAME]; optionsettings, container and addons are not served here.
            if [ "$1" != environment ]; then
                echo "get-config serves environment only on the local cloud, not $1" >&2
                exit 1
            fi
            data=/opt/elasticbeanstalk/deployment
            case "$2" in
                -k|--key) case "$3" in */*|"") exit 1 ;; esac
                    cat "$data/env.d/$3" ;;
                *) cat "$data/env.json" ;;
            esac
            """;

    private final Sandbox sandbox;

    ConfigTool(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void install(Map<String, String> properties) {
        FileTree.delete(sandbox.place(DATA));
        FileTree.delete(sandbox.place("/opt/elasticbeanstalk/bin/get-config"));
        properties.forEach((name, value) -> {
            if (name.matches("[\\w.-]+")) {
                sandbox.write(DATA + "/env.d/" + name, bytes(value), "rw-------");
            }
        });
        sandbox.write(DATA + "/env.json", bytes(JSON.writeValueAsString(new TreeMap<>(properties))), "rw-------");
        sandbox.write("/opt/elasticbeanstalk/bin/get-config", bytes(sandbox.moved(SCRIPT)), "rwx------");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
