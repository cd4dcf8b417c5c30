package dev.assay.hiring.testkit;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives a test class an {@link ApplicationUnderTest} with the employers and people of the sample
 * realm, as {@link ApplicationUnderTest}, {@link ApiClient} (without a token) or {@link
 * TestDatabase}; a statement that forgot its employer fails the class after its last test.
 * {@code @Nested} classes share their outer class's. The node ends after the class, or, when it is
 * {@link WithApplication#shared() shared}, with this JVM's tests.
 */
public final class ApplicationExtension
        implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ApplicationExtension.class);

    /** Not the class's key: a class's store finds what the session's holds, too. */
    private static final String SHARED = "shared";

    /** Nobody's token names these organizations, so nobody is at these employers any more. */
    private static final String RETIRE =
            "update employer set alias = 'former-' || id, organization_id = 'former-' || id"
                    + " where alias not like 'former-%'";

    private record Node(TestDatabase database, ApplicationUnderTest application)
            implements AutoCloseable {

        static Node start() {
            TestDatabase database = TestDatabase.migrated();
            return new Node(
                    database,
                    ApplicationUnderTest.start(
                            HiringApplication.class, database, TestKeycloak.get().issuer()));
        }

        static Node ofOneClass() {
            Node node = start();
            SampleMembers.admit(node.application);
            return node;
        }

        void renewEmployers() {
            try (Connection owner = database.ownerDataSource().getConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute(RETIRE);
            } catch (SQLException failure) {
                throw new IllegalStateException("the employers stay bound", failure);
            }
            SampleMembers.admit(
                    application, new EmployerId(NewIds.next()), new EmployerId(NewIds.next()));
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
        Store store = context.getStore(NAMESPACE);
        if (store.get(Node.class) != null) {
            return;
        }
        if (isShared(context)) {
            Node node = shared(context);
            node.renewEmployers();
            store.put(Node.class, new Lent(node));
        } else {
            store.put(Node.class, Node.ofOneClass());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        node(context).application().gate().assertClean();
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
        Node node = node(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == ApplicationUnderTest.class) {
            return node.application();
        }
        return type == ApiClient.class ? ApiClient.of(node.application()) : node.database();
    }

    /** A node that goes on living when a class gives it back: its store has nothing to close. */
    private record Lent(Node node) {}

    private static Node node(ExtensionContext context) {
        Object held = Objects.requireNonNull(context.getStore(NAMESPACE).get(Node.class));
        return held instanceof Lent(Node node) ? node : (Node) held;
    }

    private static boolean isShared(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), WithApplication.class)
                .map(WithApplication::shared)
                .orElse(false);
    }

    /** The build runs each class by itself, so the root's store would start it anew for each. */
    private static Node shared(ExtensionContext context) {
        return Objects.requireNonNull(
                context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                        .computeIfAbsent(SHARED, _ -> Node.start(), Node.class));
    }
}
