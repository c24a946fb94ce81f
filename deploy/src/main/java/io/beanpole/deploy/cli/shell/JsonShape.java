package io.beanpole.deploy.cli.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record that a command prints with {@code --json}; docs/json.md is written from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(JsonShape.Several.class)
public @interface JsonShape {
    /** The record, whose components are the JSON's fields. */
    Class<?> value();

    /** Whether it prints a list of them. */
    boolean isList() default false;

    /** On which command line it prints this, where it prints other things on others. */
    String on() default "";

    /** A command that prints one thing or another. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        /** Each of them. */
        JsonShape[] value();
    }
}
