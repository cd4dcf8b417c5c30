package dev.assay.hiring.platform.openapi;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.idempotency.KeyRequired;
import dev.assay.hiring.platform.lists.FilteredBy;
import dev.assay.hiring.platform.lists.QueryField;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.security.OpenToAnyone;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;

/** Every endpoint under {@code /v1} as the code declares it. */
final class Handlers {

    /** One endpoint. */
    record Handler(String method, String path, Method code) {

        /** What the body may be; empty when there is none. */
        Set<String> consumes() {
            return new TreeSet<>(Arrays.asList(mapping(code).consumes()));
        }

        Optional<String> permission() {
            return Optional.ofNullable(code.getAnnotation(Allowed.class))
                    .map(allowed -> allowed.value().name());
        }

        boolean isOpen() {
            return code.isAnnotationPresent(OpenToAnyone.class);
        }

        /** Whether it may be repeated under a key, and is done once. */
        boolean takesKey() {
            return code.getReturnType() == Deed.class && !isOpen();
        }

        boolean requiresKey() {
            return code.isAnnotationPresent(KeyRequired.class);
        }

        /** The names of the variables in the path. */
        Set<String> pathVariables() {
            return names(PathVariable.class, PathVariable::name);
        }

        /** The query parameters, each with its default, null where there is none. */
        Map<String, @Nullable String> queryParameters() {
            Map<String, @Nullable String> defaults = new LinkedHashMap<>();
            FilteredBy filtered = code.getAnnotation(FilteredBy.class);
            if (filtered != null) {
                for (QueryField field : filtered.value().getEnumConstants()) {
                    defaults.put(field.wireName(), null);
                }
            }
            for (Parameter parameter : code.getParameters()) {
                RequestParam query =
                        AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
                if (query != null && parameter.getType() != MultiValueMap.class) {
                    String given = query.defaultValue();
                    defaults.put(
                            name(query.name(), parameter),
                            ValueConstants.DEFAULT_NONE.equals(given) ? null : given);
                }
            }
            return defaults;
        }

        /** Whether a query parameter has to be there. */
        boolean requires(String queryParameter) {
            return Arrays.stream(code.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                    .anyMatch(parameter -> {
                        RequestParam query =
                                Objects.requireNonNull(
                                        AnnotatedElementUtils.findMergedAnnotation(
                                                parameter, RequestParam.class));
                        return name(query.name(), parameter).equals(queryParameter)
                                && query.required()
                                && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                                && parameter.getType() != Optional.class;
                    });
        }

        /** The headers it reads, in lower case; the media type is told with the body. */
        Set<String> headers() {
            Set<String> names = names(RequestHeader.class, RequestHeader::name);
            Set<String> lower = new TreeSet<>();
            names.stream()
                    .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                    .filter(name -> !name.equals("content-type"))
                    .forEach(lower::add);
            return lower;
        }

        private <A extends Annotation> Set<String> names(
                Class<A> type, java.util.function.Function<A, String> name) {
            Set<String> names = new TreeSet<>();
            for (Parameter parameter : code.getParameters()) {
                A annotation = AnnotatedElementUtils.findMergedAnnotation(parameter, type);
                if (annotation != null) {
                    names.add(name(name.apply(annotation), parameter));
                }
            }
            return names;
        }

        private static String name(String given, Parameter parameter) {
            return given.isEmpty() ? parameter.getName() : given;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Handlers() {}

    static List<Handler> all() {
        List<Handler> handlers = new ArrayList<>();
        for (Class<?> controller :
                ProductClasses.which(type -> type.hasAnnotation(RestController.class.getName()))) {
            handlers.addAll(of(controller));
        }
        return handlers;
    }

    /** The endpoints of one controller. */
    static List<Handler> of(Class<?> controller) {
        RequestMapping common =
                AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        String base = common == null ? "" : first(common.path());
        List<Handler> handlers = new ArrayList<>();
        for (Method method : controller.getDeclaredMethods()) {
            RequestMapping own =
                    AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (own != null) {
                List<String> paths = own.path().length == 0 ? List.of("") : List.of(own.path());
                for (String path : paths) {
                    for (var verb : own.method()) {
                        handlers.add(new Handler(verb.name(), base + path, method));
                    }
                }
            }
        }
        return handlers.stream().filter(handler -> handler.path().startsWith("/v1/")).toList();
    }

    private static RequestMapping mapping(Method method) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class));
    }

    private static String first(String[] paths) {
        return paths.length == 0 ? "" : paths[0];
    }
}
