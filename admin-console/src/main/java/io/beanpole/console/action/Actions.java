package io.beanpole.console.action;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * What each action does at present. An action that nobody has bound does what was said for that case, or is disabled.
 * Belongs to the window's thread.
 */
public final class Actions {
    private final Map<Action, Runnable> commands = new EnumMap<>(Action.class);
    private final Map<Action, Runnable> otherwise = new EnumMap<>(Action.class);
    private final Map<Action, ReadOnlyBooleanWrapper> enabled = new EnumMap<>(Action.class);

    /** All actions, none of them bound. */
    public Actions() {
        for (var action : Action.values()) {
            enabled.put(action, new ReadOnlyBooleanWrapper(this, action.name(), false));
        }
    }

    /** Says what an action does from now on. */
    public void bind(Action action, Runnable command) {
        bind(action, command, Bindings.createBooleanBinding(() -> true));
    }

    /** Says what an action does from now on, and when it can be done. */
    public void bind(Action action, Runnable command, ObservableBooleanValue possible) {
        commands.put(action, command);
        enabled(action).bind(possible);
    }

    /** Disables an action until it is bound again. */
    public void unbind(Action action) {
        commands.remove(action);
        enabled(action).unbind();
        enabled(action).set(otherwise.containsKey(action));
    }

    /** Says what an action does while nobody has bound it: it leads to the screen that does, for instance. */
    public void otherwise(Action action, Runnable command) {
        otherwise.put(action, command);
        if (!isBound(action)) {
            enabled(action).set(true);
        }
    }

    /** An action that nobody has bound is disabled again. */
    public void nothingOtherwise(Action action) {
        otherwise.remove(action);
        if (!isBound(action)) {
            enabled(action).set(false);
        }
    }

    /** Whether somebody has said what it does, rather than what is done otherwise. */
    public boolean isBound(Action action) {
        return commands.containsKey(action);
    }

    /** Does it; false if it can't be done now. */
    public boolean perform(Action action) {
        var command = commands.getOrDefault(action, otherwise.get(action));
        if (command == null || !enabled(action).get()) {
            return false;
        }
        command.run();
        return true;
    }

    /** Whether it can be done now. */
    public ReadOnlyBooleanProperty enabledProperty(Action action) {
        return enabled(action).getReadOnlyProperty();
    }

    private ReadOnlyBooleanWrapper enabled(Action action) {
        var property = enabled.get(action);
        if (property == null) {
            throw new IllegalStateException(action + " is missing");
        }
        return property;
    }
}
