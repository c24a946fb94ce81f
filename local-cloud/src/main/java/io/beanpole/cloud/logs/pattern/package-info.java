/**
 * Filter patterns of CloudWatch Logs, as AWS's page on filter pattern syntax describes them:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html [D].
 */
@NullMarked
package io.beanpole.cloud.logs.pattern;

import org.jspecify.annotations.NullMarked;
