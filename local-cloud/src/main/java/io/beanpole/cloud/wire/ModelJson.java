package io.beanpole.cloud.wire;

import java.io.ByteArrayOutputStream;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Model objects of the AWS SDK as JSON and back, named as AWS names them: for files and histories. */
public final class ModelJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ModelJson() {}

    public static JsonNode tree(SdkPojo model) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(body)) {
            TreeBody.write(out, model);
        }
        return JSON.readTree(body.toByteArray());
    }

    public static <T extends SdkPojo> T read(Class<T> model, JsonNode tree) {
        SdkPojo builder = ModelClasses.builderOf(model);
        TreeBody.readInto(builder, tree);
        return model.cast(ModelClasses.built(builder));
    }
}
