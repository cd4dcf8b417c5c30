package dev.assay.hiring.platform.idempotency;

import java.time.Duration;

/** What came of claiming a key. */
sealed interface ClaimOutcome {

    /** The key is the caller's to use: go on. */
    record Claimed(Claim claim) implements ClaimOutcome {}

    /** It was done before: this is what was answered. */
    record Answered(Answer answer) implements ClaimOutcome {}

    /** The key was used for another call. */
    record AnotherCall() implements ClaimOutcome {}

    /** The same call is under way; this much later it is over, or may be taken over. */
    record InFlight(Duration atMost) implements ClaimOutcome {}

    /** It was done, but the person it concerned was erased since, and the answer with them. */
    record Erased() implements ClaimOutcome {}
}
