package io.beanpole.controller;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The controller's process. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ControllerApp {
    public static void main(String[] arguments) {
        SpringApplication.run(ControllerApp.class, arguments);
    }
}
