package dev.assay.hiring.platform.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Problem documents for calls under {@code /v1} that the server itself refuses, such as one whose
 * address cannot be decoded: they never get to a filter, and would be answered in HTML.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ProblemWriter problems;

    ServerRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Last, hence nearest to the refusal: what it has answered, the others leave alone. */
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answers(problems)));
    }

    private static final class Answers extends ErrorReportValve {

        private final ProblemWriter problems;

        Answers(ProblemWriter problems) {
            this.problems = problems;
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            if (!isOurs(request.getRequestURI())) {
                super.report(request, response, throwable);
                return;
            }
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            TraceIdFilter.assign(request.getRequest(), response.getResponse());
            try {
                problems.write(
                        request.getRequest(),
                        response.getResponse(),
                        status,
                        status == HttpStatus.BAD_REQUEST
                                ? "malformed-request"
                                : ProblemWriter.code(status),
                        status == HttpStatus.BAD_REQUEST
                                ? "The address or a header of the request is malformed."
                                : status.getReasonPhrase());
                response.finishResponse();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private static boolean isOurs(@Nullable String path) {
            return path != null && (path.equals("/v1") || path.startsWith("/v1/"));
        }
    }
}
