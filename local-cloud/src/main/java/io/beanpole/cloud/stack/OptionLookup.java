package io.beanpole.cloud.stack;

import java.util.Optional;

/** Where {@code Fn::GetOptionSetting} finds the option settings in force. */
@FunctionalInterface
public interface OptionLookup {
    Optional<String> value(String namespace, String name);
}
