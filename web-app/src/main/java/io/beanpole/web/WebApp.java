package io.beanpole.web;

import io.beanpole.task.LaneStore;
import io.beanpole.task.TaskStore;
import io.beanpole.task.upload.UploadStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.json.JsonMapper;

/** The web tier. Region, credentials and endpoint of AWS come from where the AWS SDK looks for them. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class WebApp {
    public static void main(String[] args) {
        SpringApplication.run(WebApp.class, args);
    }

    @Bean
    TaskStore taskStore(JdbcClient jdbc, JsonMapper json) {
        return new TaskStore(jdbc, json);
    }

    @Bean
    LaneStore laneStore(JdbcClient jdbc, JsonMapper json, TaskStore tasks) {
        return new LaneStore(jdbc, json, tasks);
    }

    @Bean
    UploadStore uploadStore(JdbcClient jdbc) {
        return new UploadStore(jdbc);
    }

    @Bean
    SqsClient sqs() {
        return SqsClient.create();
    }

    @Bean
    S3Presigner presigner() {
        return S3Presigner.create();
    }
}
