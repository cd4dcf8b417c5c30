package dev.assay.admin.browser;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes the one {@link ConsoleUnderTest} of this JVM, started by whoever comes first.
 * What a class arranges there is its own and named apart, since the classes come in any order; a
 * statement that forgot its employer fails the class that sent it. Where no browser is installed
 * they are skipped, and say so; in continuous integration that is a failure.
 */
final class ConsoleExtension
        implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ConsoleExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<java.nio.file.Path> browser = Chromium.find();
        if (browser.isPresent() || Chromium.isRequired()) {
            return ConditionEvaluationResult.enabled("a browser is there, or has to be");
        }
        return ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        console(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        console(context).assertClean();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ConsoleUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return console(context);
    }

    /**
     * Kept for the session, which closes what it holds when all is over. The build runs each class
     * by itself, so the root's store would start it anew for each.
     */
    private static ConsoleUnderTest console(ExtensionContext context) {
        return Objects.requireNonNull(
                context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                        .computeIfAbsent(
                                ConsoleUnderTest.class,
                                _ -> ConsoleUnderTest.start(),
                                ConsoleUnderTest.class));
    }
}
