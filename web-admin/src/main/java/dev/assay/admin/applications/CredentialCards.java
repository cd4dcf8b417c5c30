package dev.assay.admin.applications;

import dev.assay.admin.scoring.EvidenceWords;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.ProofDescription;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.credentials.Recheck;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the card of one credential: its checks, its issuer's standing, what it does to a score. */
@Component
class CredentialCards {

    private final EvidenceWords evidence;
    private final Words words;
    private final Moments moments;

    CredentialCards(EvidenceWords evidence, Words words, Moments moments) {
        this.evidence = evidence;
        this.words = words;
        this.moments = moments;
    }

    /**
     * @param registered the registry's entry of the issuer, if there is one
     * @param score the score whose evidence this is
     */
    CredentialCard card(
            Actor actor, StoredCredential credential, Optional<Issuer> registered, Score score) {
        VerificationReport report = credential.report();
        return new CredentialCard(
                credential.id().toString(),
                evidence.title(credential),
                evidence.issuer(credential),
                credential.issuerId().orElse(null),
                passed(report, CheckName.PROOF) && passed(report, CheckName.KEY_BINDING),
                tier(credential, registered),
                outcome(report),
                day(report, CredentialSummary::validFrom),
                day(report, CredentialSummary::validUntil),
                moments.of(credential.submittedAt()),
                words.sayOr("format." + report.format().wireName(), "format.unknown"),
                report.proof().map(CredentialCards::proof).orElse(null),
                report.checks().stream().map(check -> line(check, credential)).toList(),
                says(credential, score),
                registerHref(actor, credential, registered));
    }

    private static boolean passed(VerificationReport report, CheckName check) {
        return report.check(check).outcome() == CheckOutcome.PASSED;
    }

    private Badge outcome(VerificationReport report) {
        String word = words.say("outcome." + report.outcome().wireName());
        return switch (report.outcome()) {
            case VERIFIED -> Badge.verified(word);
            case FAILED -> Badge.failed(word);
            case INDETERMINATE -> Badge.unsure(word);
        };
    }

    private Badge tier(StoredCredential credential, Optional<Issuer> registered) {
        VerificationReport report = credential.report();
        if (report.credential().isEmpty()) {
            return Badge.none(words.say(credential.isPending() ? "tier.pending" : "tier.unread"));
        }
        return switch (report.check(CheckName.ISSUER_TRUST).outcome()) {
            case PASSED ->
                    registered
                            .map(issuer -> "tier." + issuer.content().tier().wireName())
                            .map(key -> Badge.verified(words.say(key)))
                            .orElseGet(this::unknown);
            case FAILED -> Badge.failed(words.say("tier.blocked"));
            case INDETERMINATE, NOT_APPLICABLE -> unknown();
        };
    }

    private Badge unknown() {
        return Badge.unsure(words.say("tier.unknown"));
    }

    private @Nullable Moment day(
            VerificationReport report, Function<CredentialSummary, Optional<Instant>> which) {
        return report.credential().flatMap(which).map(moments::of).orElse(null);
    }

    private static String proof(ProofDescription proof) {
        return proof.cryptosuite().orElse(proof.type());
    }

    private CredentialCard.CheckLine line(Check check, StoredCredential credential) {
        String name = check.name().wireName();
        String outcome = check.outcome().wireName();
        String code = check.code().wireName();
        return new CredentialCard.CheckLine(
                words.say("check." + name),
                verdict(check),
                evidence.check(name, code, outcome, credential),
                code,
                check.outcome() == CheckOutcome.PASSED ? null : check.detail(),
                words.say("clause." + name));
    }

    private Badge verdict(Check check) {
        String outcome = check.outcome().wireName();
        String word =
                words.sayOr(
                        "verdict." + check.name().wireName() + "." + outcome, "verdict." + outcome);
        return switch (check.outcome()) {
            case PASSED -> Badge.verified(word);
            case FAILED -> Badge.failed(word);
            case INDETERMINATE -> Badge.unsure(word);
            case NOT_APPLICABLE -> Badge.none(word);
        };
    }

    /** First what it counts for, then what it waits for, then why it does not count. */
    private List<CredentialCard.Say> says(StoredCredential credential, Score score) {
        List<CredentialCard.Say> says = new ArrayList<>();
        if (credential.withdrawnAt().isPresent()) {
            says.add(
                    say(Badge.none(words.say("says.withdrawn.word")), words.say("says.withdrawn")));
            return says;
        }
        shownBy(credential, score, false)
                .ifPresent(skills ->
                        says.add(
                                say(
                                        Badge.verified(words.say("says.counts.word")),
                                        words.say("says.counts", skills))));
        shownBy(credential, score, true)
                .ifPresent(skills ->
                        says.add(
                                say(
                                        Badge.unsure(words.say("says.open.word")),
                                        words.say("says.open", skills))));
        openReasons(credential, score)
                .forEach(reason ->
                        says.add(say(evidence.badge(reason), evidence.reason(reason, credential))));
        if (says.isEmpty()) {
            Set<String> reasons = ignoredReasons(credential, score);
            reasons.forEach(reason ->
                    says.add(say(evidence.badge(reason), evidence.reason(reason, credential))));
            if (reasons.isEmpty()) {
                says.add(
                        say(Badge.none(words.say("says.nothing.word")), words.say("says.nothing")));
            }
        }
        credential
                .recheck()
                .ifPresent(recheck ->
                        says.add(
                                say(
                                        Badge.unsure(words.say("says.retry.word")),
                                        retry(credential, recheck))));
        return says;
    }

    /** What could not be checked, and that nobody has to do anything about it. */
    private String retry(StoredCredential credential, Recheck recheck) {
        VerificationReport report = credential.report();
        Moment next = moments.of(recheck.nextAt());
        String when =
                next.at().isAfter(next.seen())
                        ? words.say("says.retry.at", next.text())
                        : words.say("says.retry.soon");
        String undecided =
                report.checks().stream()
                        .filter(check -> check.name().required())
                        .filter(check -> check.outcome() == CheckOutcome.INDETERMINATE)
                        .map(check -> words.say("check." + check.name().wireName()))
                        .collect(Collectors.joining(", "));
        return words.say(
                credential.isPending() ? "says.retry.fetch" : "says.retry", undecided, when);
    }

    private static CredentialCard.Say say(Badge badge, String sentence) {
        return new CredentialCard.Say(badge, sentence);
    }

    private static Optional<String> shownBy(
            StoredCredential credential, Score score, boolean open) {
        String skills =
                score.requirements().stream()
                        .filter(need ->
                                need.evidence().stream()
                                        .anyMatch(item ->
                                                item.itemId().equals(credential.id().value())
                                                        && item.open() == open))
                        .map(need -> need.skill().name())
                        .collect(Collectors.joining(", "));
        return skills.isEmpty() ? Optional.empty() : Optional.of(skills);
    }

    private static Set<String> openReasons(StoredCredential credential, Score score) {
        Set<String> reasons = new LinkedHashSet<>();
        score.requirements()
                .forEach(need ->
                        need.evidence().stream()
                                .filter(item -> item.itemId().equals(credential.id().value()))
                                .flatMap(item -> Optional.ofNullable(item.openReason()).stream())
                                .forEach(reasons::add));
        return reasons;
    }

    /** "Another skill" is said only of what has nothing worse against it. */
    private static Set<String> ignoredReasons(StoredCredential credential, Score score) {
        Set<String> reasons = new LinkedHashSet<>();
        score.requirements()
                .forEach(need ->
                        need.ignored().stream()
                                .filter(item -> item.itemId().equals(credential.id().value()))
                                .forEach(item -> reasons.add(item.reason())));
        reasons.remove("no-aligned-skill");
        return reasons;
    }

    /**
     * Only a genuine credential is worth a registration: of a forged one nobody knows the maker.
     */
    private static @Nullable String registerHref(
            Actor actor, StoredCredential credential, Optional<Issuer> registered) {
        VerificationReport report = credential.report();
        boolean unknown = report.check(CheckName.ISSUER_TRUST).code() == CheckCode.ISSUER_UNKNOWN;
        if (!unknown
                || report.outcome() != Outcome.VERIFIED
                || !actor.may(Permission.EDIT_ISSUERS)) {
            return null;
        }
        if (registered.isPresent()) {
            return "/console/trust/" + registered.get().id();
        }
        UriComponentsBuilder form =
                UriComponentsBuilder.fromPath("/console/trust/new")
                        .queryParam("id", "{id}")
                        .queryParam("name", "{name}")
                        .queryParam("from", "{from}");
        CredentialSummary said = report.credential().orElseThrow();
        return form.encode()
                .buildAndExpand(
                        said.issuer().id(),
                        said.issuer().name().orElse(""),
                        credential.application())
                .toUriString();
    }
}
