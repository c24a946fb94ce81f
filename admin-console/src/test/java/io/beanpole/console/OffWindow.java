package io.beanpole.console;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches the ports of a fake cloud: a question to a cloud may block, so it must never be asked on the window's thread. */
public final class OffWindow {
    private static final String WINDOW = "JavaFX Application Thread";

    /** What a port knows by itself, without a question to the cloud. */
    private static final Set<String> KNOWN = Set.of("shell");

    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** The same port, which writes down what the window's thread asks. */
    <T> T watched(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (Thread.currentThread().getName().equals(WINDOW) && isQuestion(method)) {
                        asked.add(port.getSimpleName() + "." + method.getName());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What was asked on the window's thread; empty as it should be. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private static boolean isQuestion(Method method) {
        return method.getDeclaringClass() != Object.class && !KNOWN.contains(method.getName());
    }
}
