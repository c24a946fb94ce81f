package io.beanpole.controller.lane;

import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of AWS that lanes are read and changed by. */
record LaneClients(
        SqsClient sqs, CloudWatchClient cloudWatch, AutoScalingClient autoScaling, ElasticBeanstalkClient beanstalk) {}
