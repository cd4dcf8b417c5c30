package dev.assay.hiring.testkit;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.HiringApplication;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class an {@link ApplicationUnderTest} with the employers and people of the sample
 * realm, as {@link ApplicationUnderTest}, {@link ApiClient} (without a token) or {@link
 * TestDatabase}, and ends it after the class; a statement that forgot its employer fails the class
 * then. {@code @Nested} classes share their outer class's.
 */
public final class ApplicationExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ApplicationExtension.class);

    private record Node(TestDatabase database, ApplicationUnderTest application)
            implements AutoCloseable {

        static Node start() {
            TestDatabase database = TestDatabase.migrated();
            return new Node(
                    database, ApplicationUnderTest.start(HiringApplication.class, database));
        }

        @Override
        public void close() {
            try {
                application.close();
            } finally {
                database.close();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getStore(NAMESPACE).get(Node.class) == null) {
            context.getStore(NAMESPACE).put(Node.class, Node.start());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ApplicationUnderTest.class
                || type == ApiClient.class
                || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Node node = Objects.requireNonNull(context.getStore(NAMESPACE).get(Node.class, Node.class));
        Class<?> type = parameter.getParameter().getType();
        if (type == ApplicationUnderTest.class) {
            return node.application();
        }
        return type == ApiClient.class ? ApiClient.of(node.application()) : node.database();
    }
}
