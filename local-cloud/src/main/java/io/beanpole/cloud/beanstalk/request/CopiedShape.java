package io.beanpole.cloud.beanstalk.request;

import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** A description in the answer of an operation that repeats its fields. */
public final class CopiedShape {
    private CopiedShape() {}

    /** The builder with those fields of the description that it has too. */
    public static <B extends SdkPojo> B of(SdkPojo description, B builder) {
        Map<String, SdkField<?>> known = description.sdkFieldNameToField();
        for (SdkField<?> field : builder.sdkFields()) {
            SdkField<?> source = known.get(field.locationName());
            if (source != null) {
                field.set(builder, source.getValueOrDefault(description));
            }
        }
        return builder;
    }
}
