package io.beanpole.deploy.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can still be rolled back to. */
class InventoryTest {
    private static final String IMAGE = "registry/shop@sha256:";

    private final FakeVersionCloud cloud = new FakeVersionCloud();

    @BeforeEach
    void versions() {
        cloud.version("one", "Processed", IMAGE + "11");
        cloud.version("two", "Processed", IMAGE + "22");
        cloud.deployed.put("shop-web", "two");
        cloud.deployed.put("shop-api", "two");
        cloud.digests.put("registry/shop", Set.of("sha256:11", "sha256:22"));
    }

    @Test
    void aVersionWithBundleAndDigestsCanBeRolledBackTo() {
        assertThat(version("one").canBeDeployed()).isTrue();
        assertThat(version("one").images()).containsExactly(IMAGE + "11");
        assertThat(version("two").deployedOn()).containsExactly("shop-web", "shop-api");
    }

    @Test
    void aVersionWhoseBundleIsGoneCannot() {
        cloud.bundles.remove("one.zip");

        assertThat(version("one").canBeDeployed()).isFalse();
        assertThat(version("one").missing()).containsExactly("Its source bundle s3://bucket/one.zip is gone.");
    }

    @Test
    void aVersionWhoseDigestIsGoneCannot() {
        cloud.digests.put("registry/shop", Set.of("sha256:22"));

        assertThat(version("one").missing()).containsExactly("The image registry/shop@sha256:11 is no longer in ECR.");
    }

    @Test
    void whatElasticBeanstalkRefusedCannot() {
        cloud.version("three", "Failed", IMAGE + "22");

        assertThat(version("three").missing()).containsExactly("Elastic Beanstalk could not process it.");
    }

    @Test
    void tagsAndForeignRegistriesAreNotVouchedFor() {
        cloud.version("tagged", "Processed", "registry/shop:latest");
        cloud.version("foreign", "Processed", "elsewhere/shop@sha256:11");

        assertThat(version("tagged").unchecked()).singleElement().asString().contains("named by a tag");
        assertThat(version("foreign").unchecked()).singleElement().asString().contains("is not this account's");
    }

    @Test
    void whatIsDeployedIsListedHoweverOldItIs() {
        cloud.deployed.put("shop-old", "one");

        assertThat(new Inventory(cloud).of("shop", 0))
                .extracting(KnownVersion::label)
                .containsExactly("two", "one");
    }

    private KnownVersion version(String label) {
        return new Inventory(cloud)
                .of("shop").stream()
                        .filter(version -> version.label().equals(label))
                        .findFirst()
                        .orElseThrow();
    }
}
