package dev.assay.hiring.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds an endpoint among hundreds, as Spring does, but asks only those whose addresses begin as
 * the call's does. To ask each of all of them what it makes of a call took a fifth of a plain call.
 */
final class NearMappings extends RequestMappingHandlerMapping {

    /** What every address of a mapping begins with, up to its first variable. */
    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo mapping, HttpServletRequest request) {
        return mayMatch(mapping, ServletRequestPathUtils.getCachedPathValue(request))
                ? super.getMatchingMapping(mapping, request)
                : null;
    }

    private boolean mayMatch(RequestMappingInfo mapping, String path) {
        // An address that is written in another way is left to Spring.
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return true;
        }
        for (String beginning : beginnings.computeIfAbsent(mapping, NearMappings::beginnings)) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> beginnings(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().map(NearMappings::beginning).toList();
    }

    private static String beginning(String pattern) {
        int end = 0;
        while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return pattern.substring(0, end);
    }
}
