package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Somebody with a browser's cookies who makes an account, signs in by form and makes a token. */
final class Visitor {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI web;

    Visitor(URI web) {
        this.web = web;
    }

    /** Gives a program of a new user. */
    Program signedUp() {
        String name = "visitor-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        send(request("/sign-in").GET());
        String account = "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, password);
        assertThat(post("/api/accounts", "application/json", account).statusCode())
                .isEqualTo(201);
        post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                "username=" + name + "&password=" + password + "&_csrf=" + csrf());
        HttpResponse<String> token = post("/api/tokens", "application/json", "{\"name\": \"test\"}");
        assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
        return new Program(web, Program.json(token).get("token").asString());
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", csrf())
                .POST(BodyPublishers.ofString(body)));
    }

    private String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(web.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new EndToEndException("A request failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while waiting for an answer", e);
        }
    }
}
