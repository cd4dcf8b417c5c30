package dev.assay.hiring.platform.lists;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.shared.InvalidInput.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a list's unknown query parameters, and names them. */
@Configuration(proxyBeanMethods = false)
class ClosedQueries implements WebMvcConfigurer, HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(FilteredBy.class)) {
            requireKnown(
                    request.getParameterMap().keySet(),
                    known.computeIfAbsent(method, ClosedQueries::namesOf));
        }
        return true;
    }

    private static void requireKnown(Set<String> given, Set<String> known) {
        List<Fault> faults =
                given.stream()
                        .filter(name -> !known.contains(name))
                        .sorted()
                        .map(name -> new Fault("/" + name, "is no parameter of this list"))
                        .toList();
        if (!faults.isEmpty()) {
            throw new BadRequest(
                    "unknown-parameter",
                    "This list takes " + String.join(", ", known) + " only.",
                    faults);
        }
    }

    private static Set<String> namesOf(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        FilteredBy filtered = method.getMethodAnnotation(FilteredBy.class);
        if (filtered != null) {
            Arrays.stream(filtered.value().getEnumConstants())
                    .map(QueryField::wireName)
                    .forEach(names::add);
        }
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            if (query != null && parameter.getParameterType() != MultiValueMap.class) {
                names.add(
                        query.name().isEmpty() ? parameter.getParameter().getName() : query.name());
            }
        }
        return names;
    }
}
