package io.beanpole.deploy.cli.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record that a command prints with {@code --json}; docs/json.md is written from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JsonShape {
    /** The record, whose components are the JSON's fields. */
    Class<?> value();

    /** Whether it prints a list of them. */
    boolean isList() default false;
}
