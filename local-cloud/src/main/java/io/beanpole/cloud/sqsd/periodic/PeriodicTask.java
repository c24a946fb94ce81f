package io.beanpole.cloud.sqsd.periodic;

/**
 * One entry of cron.yaml.
 *
 * @param name unique in its file; the header {@code X-Aws-Sqsd-Taskname}
 * @param path where the application is POSTed to, in place of HttpPath
 */
public record PeriodicTask(String name, String path, CronSchedule schedule) {}
