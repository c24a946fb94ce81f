package io.beanpole.cloud.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class SignatureTest {
    private static final AccessKey KEY = new AccessKey("LOCALKEY", "not a secret, only a test's");

    private static WireRequest sent(AccessKey key, SdkHttpFullRequest request, byte[] body, Clock clock) {
        return arrived(Signed.request(key, "sqs", request, clock), body);
    }

    private static WireRequest arrived(SdkHttpRequest signed, byte[] body) {
        Headers headers = new Headers();
        signed.forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
        return new WireRequest(signed.method().name(), signed.getUri(), headers, body);
    }

    private static WireRequest sent(AccessKey key, Clock clock) {
        byte[] body = "Action=ListQueues&Version=2012-11-05".getBytes(StandardCharsets.UTF_8);
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:4566/"))
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .contentStreamProvider(() -> new ByteArrayInputStream(body))
                .build();
        return sent(key, request, body, clock);
    }

    private static String codeOf(ThrowingCallable call) {
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(call).isInstanceOf(AwsError.class).satisfies(error -> thrown[0] = error);
        return ((AwsError) thrown[0]).code();
    }

    @RepeatedTest(30)
    void whatTheSdkSignsIsTakenWhateverItsPathQueryHeadersAndBody(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        byte[] body = new byte[random.nextInt(300)];
        random.nextBytes(body);
        SdkHttpFullRequest.Builder request = SdkHttpFullRequest.builder()
                .method(random.nextBoolean() ? SdkHttpMethod.POST : SdkHttpMethod.PUT)
                .uri(URI.create("http://127.0.0.1:4566"))
                .encodedPath(random.nextBoolean() ? "/" : "/service/A%20b/operation/C*d~e")
                .putHeader("X-Odd", "  two  " + random.nextInt() + "   spaces ")
                .contentStreamProvider(() -> new ByteArrayInputStream(body));
        for (int i = random.nextInt(4); i > 0; i--) {
            request.putRawQueryParameter("p " + random.nextInt(9), "v+&=/~*\u00fc" + random.nextInt());
        }

        WireRequest arrived = sent(KEY, request.build(), body, Clock.systemUTC());

        assertThatCode(() -> KEY.require(arrived)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(AuthLocation.class)
    void theTokenOfASessionIsPartOfWhatWasSignedInAHeaderAndInTheQuery(AuthLocation place) {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("http://127.0.0.1:4566/?Action=ListQueues&Version=2012-11-05"))
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(
                                AwsSessionCredentialsIdentity.create(KEY.id(), KEY.secret(), "IQoJ+token/of=="))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-2")
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, place))
                .request();

        assertThatCode(() -> KEY.require(arrived(signed, new byte[0]))).doesNotThrowAnyException();
        assertThat(signed.getUri() + " " + signed.headers()).contains("X-Amz-Security-Token");
    }

    @Test
    void anotherSecretIsRefused() {
        WireRequest arrived = sent(new AccessKey(KEY.id(), "another"), Clock.systemUTC());

        assertThat(codeOf(() -> KEY.require(arrived))).isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void anotherKeyIsRefused() {
        WireRequest arrived = sent(new AccessKey("SOMEKEY", KEY.secret()), Clock.systemUTC());

        assertThat(codeOf(() -> KEY.require(arrived))).isEqualTo("InvalidClientTokenId");
    }

    @Test
    void aBodyThatWasChangedOnTheWayIsRefused() {
        WireRequest honest = sent(KEY, Clock.systemUTC());
        WireRequest forged = new WireRequest(
                honest.method(),
                honest.uri(),
                honest.headers(),
                "Action=DeleteQueue&Version=2012-11-05".getBytes(StandardCharsets.UTF_8));

        assertThat(codeOf(() -> KEY.require(forged))).isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void aRequestOfAnHourAgoIsRefused() {
        WireRequest old = sent(KEY, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));

        assertThatThrownBy(() -> KEY.require(old)).hasMessageContaining("Signature expired");
    }

    @Test
    void aRequestWithoutOrWithABrokenSignatureIsRefusedInWords() {
        Headers none = new Headers();
        Headers broken = new Headers();
        broken.set("Authorization", "AWS4-HMAC-SHA256 Credential=LOCALKEY");
        Headers older = new Headers();
        older.set("Authorization", "AWS LOCALKEY:c2lnbmF0dXJl");

        assertThat(codeOf(() -> KEY.require(new WireRequest("POST", URI.create("/"), none, new byte[0]))))
                .isEqualTo("MissingAuthenticationToken");
        assertThat(codeOf(() -> KEY.require(new WireRequest("POST", URI.create("/"), broken, new byte[0]))))
                .isEqualTo("IncompleteSignature");
        assertThat(codeOf(() -> KEY.require(new WireRequest("POST", URI.create("/"), older, new byte[0]))))
                .isEqualTo("IncompleteSignature");
    }
}
