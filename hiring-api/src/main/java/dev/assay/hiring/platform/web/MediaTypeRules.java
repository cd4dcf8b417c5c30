package dev.assay.hiring.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses, before anything is done, a body in an encoding we do not read and a caller who would not
 * take our answer: found out only afterwards, the deed would be done and the caller told otherwise.
 */
@Component
class MediaTypeRules implements HandlerInterceptor {

    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    /** ASCII, because it is UTF-8 too, and compact tokens are often declared so. */
    private static final Set<Charset> ENCODINGS =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        requireReadable(request.getContentType());
        requireUncompressed(request.getHeader(HttpHeaders.CONTENT_ENCODING), response);
        requireAcceptable(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return true;
    }

    private static void requireReadable(@Nullable String contentType)
            throws HttpMediaTypeNotSupportedException {
        if (contentType == null) {
            return;
        }
        try {
            Charset charset = MediaType.parseMediaType(contentType).getCharset();
            if (charset != null && !ENCODINGS.contains(charset)) {
                throw new HttpMediaTypeNotSupportedException(
                        "The body must be UTF-8, not " + charset.name() + ".");
            }
        } catch (InvalidMediaTypeException
                | IllegalCharsetNameException
                | UnsupportedCharsetException malformed) {
            throw new HttpMediaTypeNotSupportedException("The content type is malformed.");
        }
    }

    /** A small body could become a very large one (RFC 9110, clause 15.5.16). */
    private static void requireUncompressed(@Nullable String encoding, HttpServletResponse response)
            throws HttpMediaTypeNotSupportedException {
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            throw new HttpMediaTypeNotSupportedException(
                    "The body must not be compressed or otherwise encoded.");
        }
    }

    private static void requireAcceptable(List<String> accept)
            throws HttpMediaTypeNotAcceptableException {
        if (accept.isEmpty()) {
            return;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            boolean acceptable =
                    wanted.isEmpty()
                            || wanted.stream()
                                    .anyMatch(type ->
                                            ANSWERS.stream().anyMatch(type::isCompatibleWith));
            if (!acceptable) {
                throw new HttpMediaTypeNotAcceptableException(ANSWERS);
            }
        } catch (InvalidMediaTypeException malformed) {
            throw new HttpMediaTypeNotAcceptableException("The header Accept is malformed.");
        }
    }
}
