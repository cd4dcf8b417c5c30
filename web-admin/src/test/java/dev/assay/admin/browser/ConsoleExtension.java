package dev.assay.admin.browser;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes the one {@link ConsoleUnderTest} of the whole run. Where no browser is
 * installed they are skipped, and say so; in continuous integration that is a failure.
 */
final class ConsoleExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver {

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
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ConsoleUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return console(context);
    }

    /** Kept in the root's store, which closes what it holds when the run is over. */
    private static ConsoleUnderTest console(ExtensionContext context) {
        return Objects.requireNonNull(
                context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                ConsoleUnderTest.class,
                                _ -> ConsoleUnderTest.start(),
                                ConsoleUnderTest.class));
    }
}
