package io.beanpole.cloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.wire.AwsError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FilterPolicyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"state":["FAILED"]}                               | {"state":"FAILED"}              | true
            {"state":["FAILED"]}                               | {"state":"SUCCEEDED"}           | false
            {"state":["FAILED","SUCCEEDED"]}                   | {"state":"SUCCEEDED"}           | true
            {"state":["FAILED"],"kind":["clip.trim"]}          | {"state":"FAILED"}              | false
            {"kind":[{"prefix":"clip."}]}                      | {"kind":"clip.trim"}            | true
            {"kind":[{"suffix":".trim"}]}                      | {"kind":"clip.join"}            | false
            {"kind":[{"anything-but":["clip.join"]}]}          | {"kind":"clip.join"}            | false
            {"kind":[{"anything-but":["clip.join"]}]}          | {"kind":"clip.trim"}            | true
            {"kind":[{"equals-ignore-case":"CLIP.trim"}]}      | {"kind":"clip.TRIM"}            | true
            {"price":[{"numeric":[">=",10,"<",20]}]}           | {"price":10.0}                  | true
            {"price":[{"numeric":[">=",10,"<",20]}]}           | {"price":20}                    | false
            {"price":[10]}                                     | {"price":10.0}                  | true
            {"kind":[{"exists":false}]}                        | {}                              | true
            {"kind":[{"exists":true}]}                         | {}                              | false
            {"tags":["b"]}                                     | {"tags":["a","b"]}              | true
            {"order":{"state":["done"]}}                       | {"order":{"state":"done"}}      | true
            {"order":{"state":["done"]}}                       | {"order":{"state":"open"}}      | false
            """)
    void aMessageGoesThroughWhenEveryKeyMatchesOneOfItsConditions(String policy, String facts, boolean through) {
        assertThat(FilterPolicy.parse(policy).lets(JsonMapper.shared().readTree(facts)))
                .isEqualTo(through);
    }

    @Test
    void aPolicyThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> FilterPolicy.parse("[1]"))
                .isInstanceOfSatisfying(
                        AwsError.class, e -> assertThat(e.code()).isEqualTo("InvalidParameter"));
        assertThatThrownBy(() -> FilterPolicy.parse("{")).isInstanceOf(AwsError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[{}]}",
                "{\"a\":[{\"sounds-like\":\"x\"}]}",
                "{\"a\":[{\"prefix\":1}]}",
                "{\"a\":[{\"prefix\":\"x\",\"suffix\":\"y\"}]}",
                "{\"a\":[{\"exists\":\"yes\"}]}",
                "{\"a\":[{\"numeric\":[\"~\",1]}]}",
                "{\"a\":[{\"numeric\":[\">\"]}]}",
                "{\"a\":[{\"numeric\":[\">\",\"1\"]}]}",
                "{\"a\":[{\"numeric\":{}}]}",
                "{\"a\":[{\"anything-but\":[]}]}",
                "{\"a\":[{\"anything-but\":{\"numeric\":[\"=\",1]}}]}",
                "{\"a\":[{\"cidr\":\"10.0.0.0/24\"}]}",
                "{\"$or\":[{\"a\":[1]},{\"b\":[1]}]}",
                "{\"a\":[[1]]}",
                "{\"a\":[]}",
                "{\"a\":{}}",
                "{\"a\":\"x\"}",
                "{\"a\":{\"b\":[{}]}}"
            })
    void aPolicyThatCouldNotBeFollowedIsRefusedWhenItIsSet(String policy) {
        assertThatThrownBy(() -> FilterPolicy.check(Map.of("FilterPolicy", policy, "FilterPolicyScope", "MessageBody")))
                .isInstanceOfSatisfying(
                        AwsError.class, e -> assertThat(e.code()).isEqualTo("InvalidParameter"))
                .hasMessageContaining("FilterPolicy: ");
    }

    @Test
    void onlyAPolicyForTheBodyHasKeysWithinKeys() {
        String nested = "{\"a\":{\"b\":[1]}}";

        FilterPolicy.check(Map.of("FilterPolicy", nested, "FilterPolicyScope", "MessageBody"));
        assertThatThrownBy(() -> FilterPolicy.check(Map.of("FilterPolicy", nested)))
                .hasMessageContaining("does not support nested filter policy");
        assertThatThrownBy(() -> FilterPolicy.check(Map.of("FilterPolicyScope", "Subject")))
                .hasMessageContaining("FilterPolicyScope: Invalid value [Subject]");
    }
}
