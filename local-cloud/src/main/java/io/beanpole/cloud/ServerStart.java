package io.beanpole.cloud;

import io.beanpole.cloud.database.Database;
import io.beanpole.cloud.ecr.EcrApi;
import io.beanpole.cloud.s3.Objects;
import io.beanpole.cloud.sqs.Queues;
import io.beanpole.cloud.state.DataDirectory;
import io.beanpole.cloud.state.Secrets;
import io.beanpole.cloud.wire.AccessKey;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts the servers behind the endpoint side by side, because each of them takes a second or more. */
record ServerStart(Started started, Consumer<String> said) {
    Servers all(DataDirectory data, URI uri, Secrets secrets, int registryPort) {
        AccessKey key = new AccessKey(secrets.accessKeyId(), secrets.secretAccessKey());
        CompletableFuture<Queues> queues =
                part("SQS", () -> Queues.start(data.resolve("sqs"), uri, CloudAddress.REGION, CloudAddress.ACCOUNT));
        CompletableFuture<Objects> objects = part("S3", () -> Objects.start(data.resolve("s3"), key));
        CompletableFuture<Database> database =
                part("PostgreSQL", () -> Database.start(data.resolve("database"), secrets.databasePassword()));
        CompletableFuture<EcrApi> ecr = part(
                "ECR", () -> new EcrApi(data.resolve("ecr"), registryPort, CloudAddress.REGION, CloudAddress.ACCOUNT));
        await(CompletableFuture.allOf(queues, objects, database, ecr));
        return new Servers(queues.join(), objects.join(), database.join(), ecr.join());
    }

    private <T extends AutoCloseable> CompletableFuture<T> part(String name, Supplier<T> start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    T part = started.add(start.get());
                    said.accept(name + " is up");
                    return part;
                },
                task -> {
                    Thread thread = new Thread(task, "start-" + name);
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private static void await(CompletableFuture<?> all) {
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CloudException ours
                    ? ours
                    : new CloudException("The local cloud could not start: " + e.getCause(), e);
        }
    }
}
