package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an alarm or a target watches, out of its properties: one metric, or a list of queries of which one counts. */
final class MetricProperties {
    private static final int MINUTE = 60;

    private final TemplateNode properties;

    MetricProperties(TemplateNode properties) {
        this.properties = properties;
    }

    WatchedMetric watched() {
        if (!properties.at("Metrics").isThere()) {
            TemplateNode statistic = properties.at("ExtendedStatistic").isThere()
                    ? properties.at("ExtendedStatistic")
                    : properties.at("Statistic");
            return WatchedMetric.of(source(properties), statistic.need(), period(properties.at("Period")));
        }
        List<MetricTerm> terms = new ArrayList<>();
        String returned = "";
        Duration period = Duration.ofSeconds(MINUTE);
        List<TemplateNode> queries = properties.at("Metrics").elements();
        for (TemplateNode query : queries) {
            String id = query.at("Id").need();
            terms.add(term(id, query));
            if (query.at("ReturnData").isTrue(true)) {
                returned = id;
            }
            TemplateNode own =
                    query.at("MetricStat").isThere() ? query.at("MetricStat").at("Period") : query.at("Period");
            period = own.isThere() ? period(own) : period;
        }
        if (returned.isEmpty()) {
            throw properties.at("Metrics").wrong("no query returns data, so there is nothing to compare");
        }
        return new WatchedMetric(terms, returned, period);
    }

    private static MetricTerm term(String id, TemplateNode query) {
        if (query.at("Expression").isThere()) {
            return MetricTerm.math(id, query.at("Expression").need());
        }
        TemplateNode stat = query.at("MetricStat");
        return MetricTerm.metric(id, source(stat.at("Metric")), stat.at("Stat").need());
    }

    private static Duration period(TemplateNode period) {
        int seconds = period.integer(MINUTE);
        if (seconds < 1) {
            throw period.wrong("a period lasts 10, 20, 30 or a multiple of 60 seconds, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    private static MetricSource source(TemplateNode metric) {
        String namespace = metric.at("Namespace").need();
        return new MetricSource(namespace, metric.at("MetricName").need(), subject(namespace, metric));
    }

    /** By what the dimensions refer to; a queue that a text names is the environment's, as long as it isn't a dead one. */
    private static MetricSubject subject(String namespace, TemplateNode metric) {
        if (namespace.equals(MetricSource.AUTO_SCALING)) {
            return MetricSubject.GROUP;
        }
        if (!namespace.equals(MetricSource.SQS)) {
            return MetricSubject.OTHER;
        }
        for (TemplateNode dimension : metric.at("Dimensions").elements()) {
            TemplateNode value = dimension.at("Value");
            String name = value.referred() + value.text().orElse("");
            if (name.matches("(?i).*(dead-?letter|dlq).*")) {
                return MetricSubject.DEAD_LETTER_QUEUE;
            }
        }
        return MetricSubject.QUEUE;
    }
}
