package dev.assay.db.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a migrated {@link TestDatabase} of its own, as a parameter of its constructor,
 * life-cycle methods or tests, and drops it after the class. {@code @Nested} classes share their
 * outer class's database. Usually written {@link WithDatabase @WithDatabase}.
 */
public final class DatabaseExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (find(context) == null) {
            // The store closes what it holds when the class is over.
            context.getStore(NAMESPACE).put(TestDatabase.class, TestDatabase.migrated());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = find(context);
        if (database == null) {
            throw new ParameterResolutionException(
                    "register DatabaseExtension on the class or in a static field");
        }
        return database;
    }

    private static @Nullable TestDatabase find(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class);
    }
}
