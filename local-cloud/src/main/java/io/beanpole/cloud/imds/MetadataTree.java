package io.beanpole.cloud.imds;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What stands under which path of the metadata service. */
final class MetadataTree {
    private static final String ROLES = "/latest/meta-data/iam/security-credentials";
    private static final Duration LIFE_OF_KEYS = Duration.ofHours(6);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InstanceIdentity identity;
    private final RoleCredentials credentials;
    private final Clock clock;
    private final SpotNotices spot;
    private final String sessionToken;

    MetadataTree(InstanceIdentity identity, RoleCredentials credentials, SpotNotices spot, Clock clock) {
        this.spot = spot;
        this.identity = identity;
        this.credentials = credentials;
        this.clock = clock;
        this.sessionToken = sessionToken();
    }

    /** Keys of a role come with a token, and botocore takes none without; this cloud checks that it is signed, not which it is. */
    private static String sessionToken() {
        byte[] random = new byte[96];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    Optional<String> at(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (plain.equals(ROLES + "/" + credentials.role())) {
            return Optional.of(keys());
        }
        return spot.at(plain).or(() -> identified(plain));
    }

    private Optional<String> identified(String plain) {
        return Optional.ofNullable(
                switch (plain) {
                    case "/latest/meta-data" ->
                        "iam/\ninstance-id\ninstance-life-cycle\ninstance-type\nlocal-ipv4\nplacement/";
                    case "/latest/meta-data/instance-id" -> identity.instanceId();
                    case "/latest/meta-data/instance-type" -> identity.instanceType();
                    case "/latest/meta-data/local-ipv4" -> "127.0.0.1";
                    case "/latest/meta-data/placement" -> "availability-zone\nregion";
                    case "/latest/meta-data/placement/region" -> identity.region();
                    case "/latest/meta-data/placement/availability-zone" -> identity.availabilityZone();
                    case "/latest/meta-data/iam" -> "security-credentials/";
                    case ROLES -> credentials.role();
                    case "/latest/dynamic/instance-identity/document" -> document();
                    default -> null;
                });
    }

    private String keys() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Code", "Success");
        keys.put("LastUpdated", now.toString());
        keys.put("Type", "AWS-HMAC");
        keys.put("AccessKeyId", credentials.accessKeyId());
        keys.put("SecretAccessKey", credentials.secretAccessKey());
        keys.put("Token", sessionToken);
        keys.put("Expiration", now.plus(LIFE_OF_KEYS).toString());
        return JSON.writeValueAsString(keys);
    }

    private String document() {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("accountId", identity.accountId());
        document.put("architecture", "x86_64");
        document.put("availabilityZone", identity.availabilityZone());
        document.put("instanceId", identity.instanceId());
        document.put("instanceType", identity.instanceType());
        document.put("privateIp", "127.0.0.1");
        document.put("region", identity.region());
        document.put("version", "2017-09-30");
        return JSON.writeValueAsString(document);
    }
}
