package io.beanpole.console.environments;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeFleet;
import io.beanpole.console.control.Tone;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.deploy.fleet.FleetEnvironment;
import io.beanpole.deploy.fleet.FleetPlatform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentLineTest {
    private final List<FleetEnvironment> fleet =
            FakeFleet.of(FakeConnection.busy().environments, List.of()).environments();

    @Test
    void theHealthIsToldWithItsFirstCauseAndTheOthersInTheDetail() {
        var health = line(named("beanpole-local-standard")).health();

        assertThat(health.text()).isEqualTo("Warning, Updating: 1 of 3 instances has not reported for 24 seconds.");
        assertThat(health.detail()).contains("3.2 % of the requests are failing with HTTP 5xx.");
    }

    @Test
    void aHealthyEnvironmentSaysSoInAWord() {
        assertThat(line(named("beanpole-local-web")).health().text()).isEqualTo("Ok");
    }

    @Test
    void instancesThatRunAnotherVersionAreAWarningAtTheVersion() {
        var web = named("beanpole-local-web");
        var drifted = new FleetEnvironment(
                web.overview(),
                web.group(),
                web.queue(),
                web.lastDeployment(),
                web.platform(),
                List.of("web-old", web.overview().versionLabel()));

        assertThat(line(web).version().tone()).isEqualTo(Tone.GOOD);
        assertThat(line(drifted).version().tone()).isEqualTo(Tone.WARNING);
        assertThat(line(drifted).version().detail()).contains("web-old");
    }

    @Test
    void aNewerPlatformIsNamedInTheDetail() {
        var platform = line(named("beanpole-local-web")).platform();

        assertThat(platform.tone()).isEqualTo(Tone.NOTICE);
        assertThat(platform.detail()).contains("4.5.1");
    }

    @Test
    void aPlatformThatEndsIsAWarningEvenWhereThereIsANewerOne() {
        var web = named("beanpole-local-web");
        var old = new FleetPlatform("Docker running on 64bit Amazon Linux 2", "3.1.0", Optional.of("4.5.1"), "Retired");
        var ending = new FleetEnvironment(
                web.overview(), web.group(), web.queue(), web.lastDeployment(), old, web.versions());

        var platform = line(ending).platform();

        assertThat(platform.tone()).isEqualTo(Tone.WARNING);
        assertThat(platform.text()).isEqualTo("3.1.0");
        assertThat(platform.detail()).contains("Amazon Linux 2").containsIgnoringCase("retired");
    }

    private FleetEnvironment named(String name) {
        return fleet.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static EnvironmentLine line(FleetEnvironment environment) {
        return new EnvironmentLine(new ConnectionCard("local cloud", CloudKind.LOCAL, 0), "eu-central-2", environment);
    }
}
