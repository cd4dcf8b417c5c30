package dev.assay.hiring.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable; what callers branch on
 * @param errors the fields at fault, by JSON Pointer
 * @param traceId finds the request in our logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, List<Fault> errors, String traceId) {

    static final String TYPE_BASE = "https://assay.dev/problems/";
}
