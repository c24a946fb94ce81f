package io.beanpole.endtoend;

import java.io.IOException;
import java.nio.file.Path;

/** A scripted cloud whose deployment.yml describes two lanes, jobs and mail. */
final class Lanes {
    static final String DESCRIPTION = """
            application: hand
            platform: ECS
            images:
              script: {reference: "hand:lanes", port: 80}
            lanes: [jobs, mail]
            queues:
              attributes: {MessageRetentionPeriod: 345600}
            environments:
              jobs: {tier: worker, image: script, lane: jobs, memory: 64}
              mail: {tier: worker, image: script, lane: mail, memory: 64}
            stages:
              local: {region: eu-central-2, localCloud: true}
            """;

    private Lanes() {}

    /** Starts it; nothing is deployed there yet. */
    static ScriptedCloud cloud(Path directory) throws IOException {
        ScriptedCloud cloud = new ScriptedCloud(directory, "--metric-interval", "5", "--speed", "30");
        cloud.place().describe(DESCRIPTION);
        return cloud;
    }

    /** Pushes what both lanes run and gives its digest. */
    static String image(ScriptedCloud cloud, Path directory) throws Exception {
        return cloud.push("lanes", ScriptApplication.thatAnswers("hand", directory));
    }
}
