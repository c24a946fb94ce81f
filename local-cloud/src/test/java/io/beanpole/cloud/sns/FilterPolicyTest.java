package io.beanpole.cloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.wire.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
