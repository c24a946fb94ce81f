package io.beanpole.cloud.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsServices;
import io.beanpole.cloud.wire.WireRequest;
import io.beanpole.cloud.wire.WireResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds whose a request is: paths of our own, a query or target of a service, SQS's, or else S3's. */
public final class Router implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String SQS_TARGET = "AmazonSQS";
    private static final int OK = 200;
    private static final String SQS_VERSION = "2012-11-05";

    private final Map<String, HttpHandler> paths = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final AwsServices services;
    private final ReverseProxy proxy;
    private final URI sqs;
    private final URI s3;
    private volatile Consumer<WireRequest> queueCalls = answered -> {};
    private volatile Consumer<WireRequest> queueLimits = asked -> {};

    public Router(AwsServices services, ReverseProxy proxy, URI sqs, URI s3) {
        this.services = services;
        this.proxy = proxy;
        this.sqs = sqs;
        this.s3 = s3;
    }

    /** Serves every path that starts with {@code prefix}, the longest prefix first. */
    public Router on(String prefix, HttpHandler handler) {
        paths.put(prefix, handler);
        return this;
    }

    /** Tells {@code listener} of each call to SQS that was answered with success. */
    public Router onQueueCalls(Consumer<WireRequest> listener) {
        queueCalls = listener;
        return this;
    }

    /** Shows each call to SQS to {@code limits} before it goes there; it throws {@link AwsError} to refuse. */
    public Router limitsQueueCalls(Consumer<WireRequest> limits) {
        queueLimits = limits;
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            throw e;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<HttpHandler> own = handlerOf(exchange.getRequestURI().getPath());
        if (own.isPresent()) {
            own.get().handle(exchange);
            return;
        }
        try {
            aws(exchange);
        } catch (AwsError e) {
            send(exchange, AwsServices.refusal(e));
        }
    }

    private Optional<HttpHandler> handlerOf(String path) {
        return paths.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private void aws(HttpExchange exchange) throws IOException {
        WireRequest head = request(exchange, new byte[0]);
        boolean form = exchange.getRequestMethod().equals("POST") && head.isForm();
        if (!form && !AwsServices.speaks(head)) {
            proxy.forward(exchange, s3);
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(WireRequest.MAX_BODY + 1);
        if (body.length > WireRequest.MAX_BODY) {
            Answers.sentence(exchange, 413, "The request is larger than 16 MB, which no API call is.");
            return;
        }
        WireRequest request = request(exchange, body);
        if (!AwsServices.speaks(request)) {
            proxy.forward(exchange, s3, body);
            return;
        }
        String service = AwsServices.askedBy(request).map(this::counted).orElse("");
        if (service.equals(SQS_TARGET) || service.equals(SQS_VERSION)) {
            Optional<WireResponse> refusal = services.refusal(request, queueLimits);
            if (refusal.isPresent()) {
                send(exchange, refusal.get());
            } else {
                proxy.forward(exchange, sqs, body);
                if (exchange.getResponseCode() == OK) {
                    queueCalls.accept(request);
                }
            }
        } else {
            send(exchange, services.answer(request));
        }
    }

    private String counted(AwsServices.Asked asked) {
        String service = asked.service().equals(SQS_VERSION) ? SQS_TARGET : services.nameOf(asked);
        counts.computeIfAbsent(service + "." + asked.action(), unused -> new LongAdder())
                .increment();
        return asked.service();
    }

    /** How often each action was asked for since the start. */
    public Map<String, Long> requests() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((action, count) -> sums.put(action, count.sum()));
        return sums;
    }

    private static WireRequest request(HttpExchange exchange, byte[] body) {
        return new WireRequest(
                exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
    }

    private static void send(HttpExchange exchange, WireResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        Answers.bytes(exchange, response.status(), response.body());
    }
}
