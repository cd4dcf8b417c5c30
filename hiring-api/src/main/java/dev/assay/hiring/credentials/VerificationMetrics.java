package dev.assay.hiring.credentials;

import dev.assay.credential.evidence.Verified;
import dev.assay.credential.report.VerificationReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How many credentials were verified, how they came out and how long it took: {@code
 * assay.verification} by outcome and format.
 */
@Component
class VerificationMetrics {

    private final MeterRegistry registry;

    VerificationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Verified timed(Supplier<Verified> verification) {
        Timer.Sample sample = Timer.start(registry);
        Verified verified = verification.get();
        VerificationReport report = verified.report();
        sample.stop(
                Timer.builder("assay.verification")
                        .description("Verifying one credential")
                        .tag("outcome", report.outcome().wireName())
                        .tag("format", report.format().wireName())
                        .register(registry));
        return verified;
    }
}
