package io.beanpole.cloud.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Model objects of the AWS SDK with every field set at random, from a seed that a failing test prints. */
public final class RandomModels {
    private static final int MAX_DEPTH = 6;
    private static final String ALPHABET = "abcXYZ019 <>&\"'\r\n\t=%+;äß€語🫘";

    private final Random random;
    private final List<String> words;

    RandomModels(long seed) {
        this(seed, List.of());
    }

    /** Takes every other text from {@code words}, so that some get past the first check. */
    public RandomModels(long seed, List<String> words) {
        this.random = new Random(seed);
        this.words = words;
    }

    public <T> T of(Class<T> model) {
        SdkPojo builder = ModelClasses.builderOf(model);
        fill(builder, 0);
        return model.cast(ModelClasses.built(builder));
    }

    private void fill(SdkPojo builder, int depth) {
        boolean first = depth > 0;
        for (SdkField<?> field : builder.sdkFields()) {
            // The query protocol has no way to say "a structure without members" inside a list, and the SDK makes up
            // the token of a request that has none.
            boolean needed = first || field.containsTrait(DefaultValueTrait.class);
            first = false;
            if (needed || random.nextInt(10) > 0) {
                field.set(builder, value(field, depth));
            }
        }
    }

    private Object value(SdkField<?> field, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text();
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> random.nextFloat() * 1000;
            case DOUBLE -> random.nextDouble() * 1e9;
            case BIG_DECIMAL -> BigDecimal.valueOf(random.nextLong(), 3);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            case SDK_BYTES -> bytes();
            case LIST -> list(field.getRequiredTrait(ListTrait.class), depth);
            case MAP -> map(field.getRequiredTrait(MapTrait.class), depth);
            case SDK_POJO -> pojo(field, depth);
            default -> throw new IllegalStateException("No random value for " + field.marshallingType());
        };
    }

    private Object pojo(SdkField<?> field, int depth) {
        SdkPojo builder = field.constructor().get();
        if (depth < MAX_DEPTH) {
            fill(builder, depth + 1);
        }
        return ModelClasses.built(builder);
    }

    private List<Object> list(ListTrait trait, int depth) {
        List<Object> values = new ArrayList<>();
        for (int i = depth + 1 < MAX_DEPTH ? 1 + random.nextInt(12) : 0; i > 0; i--) {
            values.add(value(trait.memberFieldInfo(), depth + 1));
        }
        return values;
    }

    private Map<String, Object> map(MapTrait trait, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            values.put(text(), value(trait.valueFieldInfo(), depth + 1));
        }
        return values;
    }

    private SdkBytes bytes() {
        byte[] bytes = new byte[1 + random.nextInt(40)];
        random.nextBytes(bytes);
        return SdkBytes.fromByteArray(bytes);
    }

    private String text() {
        if (!words.isEmpty() && random.nextBoolean()) {
            return words.get(random.nextInt(words.size()));
        }
        int[] points = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return "t" + text + "t";
    }
}
