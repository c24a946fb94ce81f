package io.beanpole.worker;

import com.zaxxer.hikari.HikariDataSource;
import io.beanpole.task.TaskStore;
import io.beanpole.task.upload.UploadStore;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The parts from outside this module: database, stores and clients of AWS, which are slow to make and so made late. */
@Configuration(proxyBeanMethods = false)
class WorkerParts {
    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final Duration WHOLE_NOTICE = Duration.ofSeconds(15);

    @Bean
    DataSource dataSource(WorkerProperties properties) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(properties.database().url());
        pool.setUsername(properties.database().username());
        pool.setPassword(properties.database().password());
        pool.setPoolName("tasks");
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(3_000);
        pool.setValidationTimeout(2_000);
        pool.addDataSourceProperty("socketTimeout", "20");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("ApplicationName", "beanpole-worker");
        return pool;
    }

    @Bean
    TaskStore tasks(JdbcClient jdbc, JsonMapper json) {
        return new TaskStore(jdbc, json);
    }

    @Bean
    UploadStore uploads(JdbcClient jdbc) {
        return new UploadStore(jdbc);
    }

    @Lazy
    @Bean(destroyMethod = "close")
    S3Client s3(WorkerProperties properties) {
        S3ClientBuilder builder = S3Client.builder();
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint()).forcePathStyle(true);
        }
        return builder.build();
    }

    @Lazy
    @Bean(destroyMethod = "close")
    SnsClient sns(WorkerProperties properties) {
        SnsClientBuilder builder = SnsClient.builder()
                .overrideConfiguration(
                        calls -> calls.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(WHOLE_NOTICE));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        return builder.build();
    }
}
