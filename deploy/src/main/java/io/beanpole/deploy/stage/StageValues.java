package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.Placeholders;
import io.beanpole.deploy.spec.Secrets;
import io.beanpole.deploy.spec.StageSpec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the placeholders of deployment.yml stand for in one stage, lanes apart. */
public final class StageValues {
    private final DeploymentSpec spec;
    private final Placeholders placeholders;

    private StageValues(DeploymentSpec spec, Placeholders placeholders) {
        this.spec = spec;
        this.placeholders = placeholders;
    }

    /** The values of a stage; asks STS once for the account. */
    public static StageValues of(DeploymentSpec spec, StageSpec stage, StageAccess access, Secrets secrets) {
        return of(spec, stage, access, secrets, Optional.empty());
    }

    /** The values of a stage; asks STS for the account where nobody knows it yet. */
    static StageValues of(
            DeploymentSpec spec, StageSpec stage, StageAccess access, Secrets secrets, Optional<String> known) {
        var region = access.aws().region();
        var account = known.orElseGet(() -> Account.id(access.aws()));
        var plain = new Placeholders()
                .with("stage", name -> stage.name())
                .with("region", name -> region)
                .with("account", name -> account)
                .with("env", StageValues::environmentVariable);
        var placeholders = plain.with("secret", name -> secret(stage, secrets, name))
                .with("database", name -> oneOf(access.database().get(), name, "the database has no "))
                .with(
                        "bucket",
                        name -> plain.fill("buckets." + name, oneOf(spec.buckets(), name, "there is no bucket ")))
                .with(
                        "topic",
                        name -> "arn:aws:sns:" + region + ":" + account + ":"
                                + plain.fill("topics." + name, oneOf(spec.topics(), name, "there is no topic ")));
        return new StageValues(spec, placeholders);
    }

    /** The placeholders that need no environment to be known. */
    public Placeholders placeholders() {
        return placeholders;
    }

    /** The name of a bucket of this stage. */
    String bucket(String name) {
        return placeholders.fill("buckets." + name, "${bucket:" + name + "}");
    }

    /** The name of a topic of this stage. */
    String topic(String name) {
        var arn = placeholders.fill("topics." + name, "${topic:" + name + "}");
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    DeploymentSpec spec() {
        return spec;
    }

    private static String environmentVariable(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new DeployException("the environment variable " + name + " is not set.", "export " + name + "=...");
        }
        return value;
    }

    private static String secret(StageSpec stage, Secrets secrets, String name) {
        if (!stage.secrets()) {
            throw new DeployException("stage " + stage.name() + " makes no secrets of its own.", "Use ${env:NAME}.");
        }
        return secrets.secret(name);
    }

    private static String oneOf(Map<String, String> known, String name, String complaint) {
        var value = known.get(name);
        if (value == null) {
            throw new DeployException(
                    complaint + "'" + name + "'; known are " + String.join(", ", new TreeSet<>(known.keySet())) + ".");
        }
        return value;
    }
}
