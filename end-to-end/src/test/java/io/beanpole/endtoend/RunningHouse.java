package io.beanpole.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests one running house, and one flood of it; the house comes up before the first test that asks and goes down after the last. */
class RunningHouse implements ParameterResolver {
    static final Path ROOT =
            Path.of(System.getProperty("beanpole.root", "..")).toAbsolutePath().normalize();
    private static final Namespace SPACE = Namespace.create(RunningHouse.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == House.class || type == Flood.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(SPACE);
        House house = store.computeIfAbsent(Started.class, key -> new Started(), Started.class).house;
        return parameter.getParameter().getType() == House.class
                ? house
                : store.computeIfAbsent(Flood.class, key -> new Flood(house), Flood.class);
    }

    /** The house while it stands, run on the host so that it runs everywhere. */
    static final class Started implements AutoCloseable {
        private final House house = new House(ROOT, ROOT.resolve("end-to-end/target/state"));

        Started() {
            try {
                house.up("--runtime", "host");
            } catch (EndToEndException e) {
                house.close(); // what did come up must not outlive the tests
                throw e;
            }
        }

        @Override
        public void close() {
            house.close();
        }
    }
}
