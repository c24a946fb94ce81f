package io.beanpole.cloud.wire;

import java.util.Map;

/** One HTTP answer of an AWS service. */
public record WireResponse(int status, Map<String, String> headers, byte[] body) {}
