package io.beanpole.deploy.timeout;

import java.util.List;
import java.util.Map;

/**
 * What {@code timeouts check} finds out about one environment.
 *
 * @param environmentName the environment
 * @param tier {@code Worker} or {@code WebServer}
 * @param times what was read, by name, in words
 * @param lives the retry life of one message, a line each; empty for a web environment
 * @param contradictions none where everything fits
 * @param proposal options of aws:elasticbeanstalk:sqsd that fit together, by name; empty for a web environment
 * @param file what to paste into .ebextensions; empty where nothing needs to change
 * @param remarks what could not be read, and what was assumed in its place
 */
public record TimeoutReport(
        String environmentName,
        String tier,
        Map<String, String> times,
        List<String> lives,
        List<Contradiction> contradictions,
        Map<String, String> proposal,
        String file,
        List<String> remarks) {}
