package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.ENDORSEMENTS;
import static dev.assay.credential.report.CheckName.ITEMS;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.PartRole;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Judges the credentials inside another one. A whole is no better than the worst of its items;
 * endorsements are told beside it, for anybody can sign one.
 */
final class PartsCheck {

    private final PartVerifier verifier;

    PartsCheck(PartVerifier verifier) {
        this.verifier = verifier;
    }

    /** The verdicts, and what each inner credential came to. */
    record Judged(Check items, Check endorsements, List<Part> parts) {}

    /** For formats that never have others inside. */
    static Judged nothing() {
        return new Judged(noItems(), noEndorsements(), List.of());
    }

    Judged of(CredentialDocument document, Recipient recipient) {
        var items =
                InnerCredentials.items(document).stream()
                        .map(inner ->
                                new Part(PartRole.ITEM, inner.pointer(), of(inner, recipient)))
                        .toList();
        var endorsements = new ArrayList<Part>();
        boolean foreign = false;
        for (var inner : InnerCredentials.endorsements(document)) {
            var report = of(inner, Recipient.none());
            endorsements.add(new Part(PartRole.ENDORSEMENT, inner.pointer(), report));
            foreign |= report.outcome() == Outcome.VERIFIED && !speaksOf(report, inner.host());
        }
        var parts = new ArrayList<>(items);
        parts.addAll(endorsements);
        return new Judged(items(items), endorsements(endorsements, foreign), List.copyOf(parts));
    }

    private VerificationReport of(InnerCredentials.Inner inner, Recipient recipient) {
        return inner.isAddress()
                ? VerificationReport.pending("The credential is only referred to.")
                : verifier.part(inner.text().getBytes(StandardCharsets.UTF_8), recipient);
    }

    /** An endorsement is of what its subject's id names, wherever somebody has put it. */
    private static boolean speaksOf(VerificationReport endorsement, JsonNode host) {
        var about = endorsement.credential().flatMap(c -> c.subjectId());
        return about.isPresent() && about.equals(JsonTree.id(host));
    }

    private static Check items(List<Part> items) {
        if (items.isEmpty()) {
            return noItems();
        }
        long failed = count(items, Outcome.FAILED);
        long undecided = count(items, Outcome.INDETERMINATE);
        if (failed > 0) {
            return Check.failed(
                    ITEMS,
                    CheckCode.ITEM_FAILED,
                    failed + " of " + items.size() + " credentials inside failed.");
        }
        return undecided > 0
                ? Check.indeterminate(
                        ITEMS,
                        CheckCode.ITEM_UNDECIDED,
                        undecided
                                + " of "
                                + items.size()
                                + " credentials inside could not be checked.")
                : Check.passed(ITEMS, "Every credential inside is verified.");
    }

    private static Check endorsements(List<Part> endorsements, boolean foreign) {
        if (endorsements.isEmpty()) {
            return noEndorsements();
        }
        if (count(endorsements, Outcome.FAILED) > 0) {
            return Check.failed(
                    ENDORSEMENTS,
                    CheckCode.ENDORSEMENT_FAILED,
                    "An endorsement did not check out.");
        }
        if (foreign) {
            return Check.failed(
                    ENDORSEMENTS,
                    CheckCode.ENDORSEMENT_FOREIGN,
                    "An endorsement is of something else than what it is attached to.");
        }
        return count(endorsements, Outcome.INDETERMINATE) > 0
                ? Check.indeterminate(
                        ENDORSEMENTS,
                        CheckCode.ENDORSEMENT_UNDECIDED,
                        "An endorsement could not be checked.")
                : Check.passed(ENDORSEMENTS, "Every endorsement is verified.");
    }

    private static long count(List<Part> parts, Outcome outcome) {
        return parts.stream().filter(p -> p.report().outcome() == outcome).count();
    }

    private static Check noItems() {
        return Check.notApplicable(
                ITEMS, CheckCode.NOT_DECLARED, "There are no other credentials inside.");
    }

    private static Check noEndorsements() {
        return Check.notApplicable(
                ENDORSEMENTS, CheckCode.NOT_DECLARED, "Nobody's endorsement is attached.");
    }
}
