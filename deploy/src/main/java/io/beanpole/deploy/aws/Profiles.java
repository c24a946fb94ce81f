package io.beanpole.deploy.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The profiles of the files ~/.aws/config and ~/.aws/credentials, or of those that AWS_CONFIG_FILE and its like name. */
public final class Profiles {
    private Profiles() {}

    /** Their names, sorted; none where there are no such files. */
    public static List<String> names() {
        return read().profiles().keySet().stream().sorted().toList();
    }

    /** The region that a profile sets. */
    public static Optional<String> region(String profile) {
        return read().profile(profile).flatMap(found -> found.property(ProfileProperty.REGION));
    }

    private static ProfileFile read() {
        return AwsCall.to("read the AWS profiles of this user", () -> {
            try {
                return ProfileFile.defaultProfileFile();
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw SdkException.create(e.getMessage(), e);
            }
        });
    }
}
