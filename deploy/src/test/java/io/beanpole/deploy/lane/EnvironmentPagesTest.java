package io.beanpole.deploy.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.aws.QueryServer;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.scaling.EnvironmentParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** An account with more environments than one answer of Elastic Beanstalk holds. */
class EnvironmentPagesTest {
    private final QueryServer aws = new QueryServer(EnvironmentPagesTest::answer);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void environmentsOfTheSecondPageLiveToo() {
        try (var environments = new Environments(aws.access(), "shop")) {
            assertThat(environments.all()).extracting(EnvironmentState::name).containsExactly("shop-one", "shop-two");
        }
    }

    @Test
    void workersOfTheSecondPageDrainTheirQueuesToo() {
        try (var beanstalk = aws.access().client(ElasticBeanstalkClient.builder())) {
            assertThat(new WorkerEnvironments(beanstalk).all())
                    .extracting(EnvironmentParts::environmentName)
                    .containsExactly("shop-one", "shop-two");
        }
    }

    private static String answer(String asked) {
        if (asked.contains("Action=DescribeEnvironmentResources")) {
            var name = asked.contains("shop-one") ? "shop-one" : "shop-two";
            return result("DescribeEnvironmentResources", """
                    <EnvironmentResources><EnvironmentName>%s</EnvironmentName><Queues><member>
                      <Name>WorkerQueue</Name><URL>http://127.0.0.1/1/%s</URL>
                    </member></Queues></EnvironmentResources>
                    """.formatted(name, name));
        }
        return asked.contains("NextToken=second")
                ? result("DescribeEnvironments", environment("shop-two"))
                : result("DescribeEnvironments", environment("shop-one") + "<NextToken>second</NextToken>");
    }

    private static String environment(String name) {
        return """
                <Environments><member>
                  <EnvironmentName>%s</EnvironmentName><EnvironmentId>e-%s</EnvironmentId>
                  <ApplicationName>shop</ApplicationName><Status>Ready</Status>
                  <Tier><Name>Worker</Name><Type>SQS/HTTP</Type></Tier>
                </member></Environments>
                """.formatted(name, name);
    }

    private static String result(String operation, String content) {
        return "<" + operation + "Response xmlns=\"http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/\"><"
                + operation + "Result>" + content + "</" + operation + "Result></" + operation + "Response>";
    }
}
