package io.beanpole.cloud.wire;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The Signature Version 4 of one request, from its {@code Authorization} header or, when it is presigned, its query.
 * The rules are those of "Signature Version 4 signing process" in the AWS General Reference.
 *
 * @param scope date, region, service and {@code aws4_request}, joined by slashes
 * @param time as sent, {@code 20261121T101500Z}
 * @param lifetime how long a presigned request may be sent; empty otherwise
 */
record Signature(
        String keyId,
        String scope,
        List<String> signedHeaders,
        String value,
        String time,
        Optional<Duration> lifetime) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern HEADER = Pattern.compile(ALGORITHM
            + "\\s+Credential=([^/,\\s]+)/([^,\\s]+),\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})\\s*");
    private static final Pattern SCOPE = Pattern.compile("\\d{8}/[^/]+/[^/]+/aws4_request");
    private static final String PAYLOAD_HASH = "x-amz-content-sha256";

    /** Empty when the request isn't signed at all. */
    static Optional<Signature> of(WireRequest request) {
        String header = request.header("Authorization");
        if (header != null) {
            return Optional.of(fromHeader(header, request));
        }
        return parameter(request, "X-Amz-Signature").map(value -> fromQuery(value, request));
    }

    private static Signature fromHeader(String header, WireRequest request) {
        Matcher parts = HEADER.matcher(header);
        String time = request.header("X-Amz-Date");
        if (!parts.matches() || !SCOPE.matcher(parts.group(2)).matches() || time == null) {
            throw new AwsError(
                    "IncompleteSignature",
                    400,
                    "The Authorization header is not that of a Signature Version 4 request: it needs " + ALGORITHM
                            + ", Credential=KEY/DATE/REGION/SERVICE/aws4_request, SignedHeaders and Signature, and the"
                            + " request needs an X-Amz-Date header.");
        }
        return new Signature(
                parts.group(1),
                parts.group(2),
                List.of(parts.group(3).split(";")),
                parts.group(4),
                time,
                Optional.empty());
    }

    private static Signature fromQuery(String value, WireRequest request) {
        String credential = parameter(request, "X-Amz-Credential").orElse("");
        int slash = credential.indexOf('/');
        String seconds = parameter(request, "X-Amz-Expires").orElse("900");
        if (slash < 1 || !SCOPE.matcher(credential.substring(slash + 1)).matches() || !seconds.matches("\\d{1,6}")) {
            throw new AwsError(
                    "IncompleteSignature", 400, "The X-Amz-Credential or X-Amz-Expires of the query is malformed.");
        }
        return new Signature(
                credential.substring(0, slash),
                credential.substring(slash + 1),
                List.of(parameter(request, "X-Amz-SignedHeaders").orElse("host").split(";")),
                value,
                parameter(request, "X-Amz-Date").orElse(""),
                Optional.of(Duration.ofSeconds(Long.parseLong(seconds))));
    }

    /** Refuses a request that this key didn't sign, that was changed since, or that is too old. */
    void require(WireRequest request, String secret, Instant now) {
        requireFresh(now);
        requireSameBody(request);
        String toSign = String.join("\n", ALGORITHM, time, scope, hex(sha256(bytes(canonical(request)))));
        byte[] expected = hmac(signingKey(secret), toSign);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(value))) {
            throw new AwsError(
                    "SignatureDoesNotMatch",
                    403,
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private void requireFresh(Instant now) {
        Instant signed;
        try {
            signed = Instant.from(TIME.parse(time));
        } catch (DateTimeException e) {
            throw new AwsError("IncompleteSignature", 400, "X-Amz-Date is not a time like 20261121T101500Z: " + time);
        }
        Instant last = signed.plus(lifetime.orElse(SKEW));
        if (now.isAfter(last) || now.isBefore(signed.minus(SKEW))) {
            throw new AwsError(
                    "SignatureDoesNotMatch",
                    403,
                    "Signature expired: " + time + " is now not within " + TIME.format(now.minus(SKEW)) + " to "
                            + TIME.format(now.plus(SKEW)) + ". Check the clock of the machine that signs.");
        }
    }

    private static void requireSameBody(WireRequest request) {
        String claimed = request.header(PAYLOAD_HASH);
        if (claimed != null && claimed.matches("[0-9a-f]{64}") && !claimed.equals(hex(sha256(request.body())))) {
            throw new AwsError(
                    "SignatureDoesNotMatch", 403, "The body is not the one of which x-amz-content-sha256 tells.");
        }
    }

    private String canonical(WireRequest request) {
        String claimed = request.header(PAYLOAD_HASH);
        return String.join(
                "\n",
                request.method(),
                path(request.uri()),
                query(request.uri()),
                signedHeaders.stream()
                        .map(name -> name + ":" + values(request, name) + "\n")
                        .collect(Collectors.joining()),
                String.join(";", signedHeaders),
                claimed == null ? hex(sha256(request.body())) : claimed);
    }

    private static String values(WireRequest request, String name) {
        List<String> values = request.headers().get(name);
        return values == null
                ? ""
                : values.stream()
                        .map(value -> value.strip().replaceAll(" +", " "))
                        .collect(Collectors.joining(","));
    }

    /** Each part of the path is encoded once more, as every service but S3 wants it. */
    private static String path(URI uri) {
        String raw = uri.getRawPath();
        return raw == null || raw.isEmpty()
                ? "/"
                : Arrays.stream(raw.split("/", -1)).map(Signature::encoded).collect(Collectors.joining("/"));
    }

    private static String query(URI uri) {
        return parameters(uri)
                .filter(each -> !each.startsWith("X-Amz-Signature="))
                .map(each -> {
                    int equals = each.indexOf('=');
                    return equals < 0
                            ? encoded(decoded(each)) + "="
                            : encoded(decoded(each.substring(0, equals))) + "="
                                    + encoded(decoded(each.substring(equals + 1)));
                })
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> parameter(WireRequest request, String name) {
        return parameters(request.uri())
                .filter(each -> each.startsWith(name + "="))
                .map(each -> decoded(each.substring(name.length() + 1)))
                .findFirst();
    }

    private static Stream<String> parameters(URI uri) {
        @Nullable String raw = uri.getRawQuery();
        return raw == null ? Stream.empty() : Arrays.stream(raw.split("&")).filter(each -> !each.isEmpty());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private byte[] signingKey(String secret) {
        byte[] key = bytes("AWS4" + secret);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
