package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.SUBJECT;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether the credential is about the person who presents it: by a DID they have proven, or by an
 * e-mail address. An address nobody has confirmed never passes.
 */
final class SubjectCheck {

    private static final String MAILTO = "mailto:";

    private SubjectCheck() {}

    static Check of(Optional<JsonNode> subject, Recipient recipient) {
        if (recipient.isNobody()) {
            return Check.notApplicable(
                    SUBJECT, CheckCode.NOT_ASKED, "Nobody was named to compare with.");
        }
        var emails = subject.map(SubjectCheck::emails).orElse(List.of());
        boolean did = subject.flatMap(JsonTree::id).filter(recipient.dids()::contains).isPresent();
        if (did || anyOf(emails, recipient.confirmedEmails())) {
            return Check.passed(SUBJECT, "The credential is about this person.");
        }
        if (anyOf(emails, recipient.unconfirmedEmails())) {
            return Check.indeterminate(
                    SUBJECT,
                    CheckCode.EMAIL_UNCONFIRMED,
                    "The credential is about an address nobody has confirmed yet.");
        }
        return Check.failed(
                SUBJECT, CheckCode.SUBJECT_MISMATCH, "The credential is not about this person.");
    }

    private static boolean anyOf(List<EmailIdentity> emails, Collection<String> addresses) {
        for (var email : emails) {
            for (var address : addresses) {
                if (email.isOf(address)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<EmailIdentity> emails(JsonNode subject) {
        var emails = new ArrayList<EmailIdentity>();
        for (var identifier : JsonTree.items(subject, "identifier")) {
            EmailIdentity.of(identifier).ifPresent(emails::add);
        }
        JsonTree.id(subject)
                .filter(id -> id.startsWith(MAILTO))
                .map(id -> EmailIdentity.plain(id.substring(MAILTO.length())))
                .ifPresent(emails::add);
        return emails;
    }
}
