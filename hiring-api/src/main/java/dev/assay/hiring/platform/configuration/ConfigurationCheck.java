package dev.assay.hiring.platform.configuration;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Looks at the whole configuration before anything is made of it, and refuses it with everything
 * that is wrong at once: settings that are missing or out of range, settings that nobody reads, and
 * what belongs to the sample alone. An unknown name in the environment is only warned of, since
 * others put variables there too.
 */
final class ConfigurationCheck implements BeanFactoryPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationCheck.class);
    private static final String OURS = "assay";

    /** Of the source tree's own commands and tests, and of the migration. */
    private static final List<String> NOT_FOR_US =
            List.of("assay.root", "assay.test.", "ASSAY_DB_", "ASSAY_JAVA_OPTS");

    private final ConfigurableEnvironment environment;

    ConfigurationCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Map<String, Class<?>> sections = sections(beans);
        List<String> faults = new ArrayList<>();
        faults.addAll(unknown(sections));
        sections.forEach((prefix, type) -> faults.addAll(invalid(prefix, type)));
        faults.addAll(new SampleOnly(environment).found());
        if (!faults.isEmpty()) {
            throw new ConfigurationRefused(faults);
        }
    }

    /** Every feature's properties type, by prefix. */
    private static Map<String, Class<?>> sections(ConfigurableListableBeanFactory beans) {
        Map<String, Class<?>> sections = new LinkedHashMap<>();
        for (String name : beans.getBeanDefinitionNames()) {
            @Nullable Class<?> type = beans.getType(name, false);
            if (type == null || !type.getName().startsWith("dev.assay.")) {
                continue;
            }
            @Nullable ConfigurationProperties section =
                    AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
            if (section != null) {
                sections.put(section.prefix(), type);
            }
        }
        return sections;
    }

    private List<String> unknown(Map<String, Class<?>> sections) {
        KnownSettings known = new KnownSettings();
        sections.forEach(known::add);
        if (sections.keySet().stream().noneMatch(prefix -> prefix.startsWith("assay.console"))) {
            // One file may serve nodes with and without the console.
            known.addBranch("assay.console");
        }
        List<String> faults = new ArrayList<>();
        for (String name : namesIn(false)) {
            if (!known.contains(name)) {
                faults.add(name + " is no setting of Assay" + meant(known, name));
            }
        }
        for (String name : namesIn(true)) {
            if (!known.contains(name)) {
                LOG.warn(
                        "the environment variable {} is no setting of Assay{}",
                        name,
                        meant(known, name));
            }
        }
        return faults;
    }

    private static String meant(KnownSettings known, String name) {
        return known.nearest(name).map(near -> "; is " + near + " meant?").orElse("");
    }

    private TreeSet<String> namesIn(boolean environmentVariables) {
        TreeSet<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            boolean variables =
                    source.getName()
                            .equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            if (variables == environmentVariables
                    && source instanceof EnumerablePropertySource<?> enumerable) {
                for (String name : enumerable.getPropertyNames()) {
                    if (name.startsWith(variables ? "ASSAY_" : OURS + ".")
                            && NOT_FOR_US.stream().noneMatch(name::startsWith)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** Bound first and validated as a whole then, so that a nested fault hides no other. */
    private List<String> invalid(String prefix, Class<?> type) {
        Object bound;
        try {
            bound = Binder.get(environment).bindOrCreate(prefix, Bindable.of(type));
        } catch (BindException failure) {
            return List.of(failure.getName() + " is malformed");
        }
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            return validators.getValidator().validate(bound).stream()
                    .map(violation -> fault(prefix, violation))
                    .sorted()
                    .toList();
        }
    }

    private static String fault(String prefix, ConstraintViolation<?> violation) {
        String name = prefix + "." + KnownSettings.dashed(violation.getPropertyPath().toString());
        @Nullable Object value = violation.getInvalidValue();
        return value == null || value.equals("")
                ? name + " is missing"
                : name + " " + violation.getMessage();
    }
}
