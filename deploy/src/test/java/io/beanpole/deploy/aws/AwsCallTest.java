package io.beanpole.deploy.aws;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import org.junit.jupiter.api.Test;

/** What people read when AWS can't be asked. */
class AwsCallTest {
    @Test
    void aProfileThatTheSdkCannotUseIsASentence() {
        assertThatThrownBy(() -> AwsCall.to("list the environments", () -> {
                    throw new IllegalStateException("the profile has no sso_region");
                }))
                .isInstanceOf(DeployException.class)
                .hasMessage("Could not list the environments: the credentials could not be set up:"
                        + " the profile has no sso_region");
    }

    @Test
    void profilesThatSignInWithIdentityCenterFindWhatTheyNeed() {
        for (var factory : new String[] {
            "software.amazon.awssdk.services.sso.auth.SsoProfileCredentialsProviderFactory",
            "software.amazon.awssdk.services.ssooidc.SsoOidcProfileTokenProviderFactory"
        }) {
            assertThatCode(() -> Class.forName(factory)).doesNotThrowAnyException();
        }
    }
}
