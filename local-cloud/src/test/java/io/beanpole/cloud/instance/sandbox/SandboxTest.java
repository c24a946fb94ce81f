package io.beanpole.cloud.instance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
    private final Sandbox sandbox = new Sandbox(Path.of("/tmp/box"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cat /etc/app.conf                  | cat /tmp/box/etc/app.conf
            cp /var/app/a /tmp                 | cp /tmp/box/var/app/a /tmp/box/tmp
            P=/opt/x:/var/y run                | P=/tmp/box/opt/x:/tmp/box/var/y run
            echo x >/var/log/x 2>&1            | echo x >/tmp/box/var/log/x 2>&1
            sh -c "ls /home"                   | sh -c "ls /tmp/box/home"
            curl http://host/etc/x s3://b/var  | curl http://host/etc/x s3://b/var
            /usr/bin/env bash /dev/null        | /usr/bin/env bash /dev/null
            sed s/var/etc/ ./etc/x a/opt/b     | sed s/var/etc/ ./etc/x a/opt/b
            ls $HOME/var ~/tmp ${X}/opt        | ls $HOME/var ~/tmp ${X}/opt
            ls /variable /etcetera             | ls /variable /etcetera
            """)
    void thePathsOfTheInstanceAreMovedAndNoOthers(String text, String moved) {
        assertThat(sandbox.moved(text)).isEqualTo(moved);
    }

    @Test
    void noPlaceIsOutside() {
        assertThat(sandbox.place("/etc/../var/x")).isEqualTo(Path.of("/tmp/box/var/x"));
        assertThatThrownBy(() -> sandbox.place("/../x")).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.place("/../boxes/x")).isInstanceOf(SandboxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yum install x",
                "true && /usr/bin/yum install x",
                "X=1 systemctl restart y",
                "if true; then pip3 install z; fi",
                "echo $(kill 1)",
                "echo x > /proc/sys/y",
                "dd of=/dev/sda",
                "a | sudo tee b",
                "'reboot'"
            })
    void whatBelongsToTheMachineIsRefused(String command) {
        assertThat(CommandPolicy.refusal(command)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python3 manage.py migrate", "echo yum > /tmp/x 2>/dev/null", "ls -la /var/app/staging",
                "curl -s http://127.0.0.1/at/once", "java -jar migrate.jar --kill", "test -f /etc/x || touch /etc/x"
            })
    void whatStaysInTheInstanceIsRun(String command) {
        assertThat(CommandPolicy.refusal(command)).isEmpty();
    }
}
