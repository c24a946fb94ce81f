package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records in memory. */
public final class FakeRecords implements DeploymentRecords {
    private final Map<String, DeploymentRecord> records = new TreeMap<>();

    @Override
    public void save(DeploymentRecord deployment) {
        records.put(deployment.id(), deployment);
    }

    @Override
    public List<DeploymentRecord> newest(String application, String environmentName) {
        return all().stream()
                .filter(deployment -> deployment.application().equals(application))
                .filter(deployment -> deployment.environmentName().equals(environmentName))
                .toList();
    }

    /** All records, newest first. */
    public List<DeploymentRecord> all() {
        return records.values().stream()
                .sorted(Comparator.comparing(DeploymentRecord::id).reversed())
                .toList();
    }

    /** The one record that there is. */
    public DeploymentRecord only() {
        assertThat(records).hasSize(1);
        return all().get(0);
    }

    public void clear() {
        records.clear();
    }
}
