package io.beanpole.cloud.autoscaling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.endpoint.Answers;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * {@code POST /_beanpole/spot/shortage?state=on}: from now on no Spot instance can be launched, and groups say so in
 * their activities as AWS words it; {@code state=off} ends it. GET tells how it is.
 */
final class SpotShortage implements HttpHandler {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final SpotMarket market;

    SpotShortage(SpotMarket market) {
        this.market = market;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String query = Objects.toString(exchange.getRequestURI().getRawQuery(), "");
        boolean isChange = exchange.getRequestMethod().equals("POST");
        if (isChange && !query.equals("state=on") && !query.equals("state=off")) {
            Answers.sentence(exchange, BAD_REQUEST, "Send POST /_beanpole/spot/shortage?state=on or ?state=off");
            return;
        }
        if (isChange) {
            market.becomes(query.equals("state=on"));
        }
        Answers.json(exchange, OK, Map.of("shortage", market.isShort()));
    }
}
