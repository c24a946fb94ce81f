package io.beanpole.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The worker tier's process. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class WorkerApp {
    public static void main(String[] arguments) {
        SpringApplication.run(WorkerApp.class, arguments);
    }
}
