package io.beanpole.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The web tier as it runs on an instance, with a real PostgreSQL and a real queue; several instances if wanted. */
final class WebTier implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final SQSRestServer queues;
    private final SqsClient sqs;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    final String express;
    final String standard;

    WebTier() throws IOException {
        postgres = EmbeddedPostgres.start();
        queues = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "AKIDTEST");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty(
                "aws.endpointUrl",
                "http://127.0.0.1:" + queues.waitUntilStarted().localAddress().getPort());
        sqs = SqsClient.create();
        express = sqs.createQueue(create -> create.queueName("express-" + UUID.randomUUID()))
                .queueUrl();
        standard = sqs.createQueue(create -> create.queueName("standard-" + UUID.randomUUID()))
                .queueUrl();
    }

    /** Starts an instance, with settings beside the usual ones as {@code --key=value}, and gives its address. */
    URI start(String... settings) {
        ConfigurableApplicationContext instance = new SpringApplicationBuilder(WebApp.class)
                .properties(Map.of(
                        "PORT", "0",
                        "server.address", "127.0.0.1",
                        "RDS_HOSTNAME", "127.0.0.1",
                        "RDS_PORT", postgres.getPort(),
                        "RDS_DB_NAME", "postgres",
                        "RDS_USERNAME", "postgres",
                        "RDS_PASSWORD", "none",
                        "CLIP_BUCKET", "clips",
                        "web.lanes.express", express))
                .run(Stream.concat(
                                Stream.of(
                                        "--web.lanes.standard=" + standard,
                                        "--web.sign-up=true",
                                        "--web.demo.user=demo",
                                        "--web.demo.password=demo-password",
                                        "--web.demo.token=demo-token"),
                                Arrays.stream(settings))
                        .toArray(String[]::new));
        instances.add(instance);
        return URI.create("http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port"));
    }

    /** A bean of the first instance. */
    <T> T bean(Class<T> type) {
        return instances.get(0).getBean(type);
    }

    /** Takes the messages that wait, for at most as long as {@code seconds}. */
    List<String> messages(String queue, int seconds) {
        return sqs
                .receiveMessage(receive ->
                        receive.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(seconds))
                .messages()
                .stream()
                .map(message -> message.body())
                .toList();
    }

    SqsClient sqs() {
        return sqs;
    }

    @Override
    public void close() throws IOException {
        instances.forEach(ConfigurableApplicationContext::close);
        sqs.close();
        queues.stopAndWait();
        postgres.close();
    }
}
