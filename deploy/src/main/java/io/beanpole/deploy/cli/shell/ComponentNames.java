package io.beanpole.deploy.cli.shell;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AccessorNamingStrategy;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy.RecordNaming;

/** A record's JSON has its components and nothing else: its methods {@code isSomething()} are no fields. */
final class ComponentNames extends DefaultAccessorNamingStrategy.Provider {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass type) {
        return new OfRecord(config, type);
    }

    /** The names of one record. */
    private static final class OfRecord extends RecordNaming {
        OfRecord(MapperConfig<?> config, AnnotatedClass type) {
            super(config, type);
        }

        @Override
        @SuppressWarnings("NullAway") // that is how "no field" is said there
        public String findNameForIsGetter(AnnotatedMethod method, String name) {
            return _fieldNames.contains(name) ? name : null;
        }
    }
}
