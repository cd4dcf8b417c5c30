package dev.assay.hiring.credentials;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Party;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.ProofDescription;
import dev.assay.credential.report.VerificationReport;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reports of a candidate who is reviewed blind: where somebody learned says much of who they are.
 * What was achieved, how it was proven and how far the issuer is trusted stay; the issuer becomes
 * "Issuer A", the next one "Issuer B", and what would name it, by address or in words, is left out.
 */
final class BlindReport {

    private static final String WITHHELD = "Withheld while the candidate is reviewed blind.";
    private static final String NO_ID = "urn:withheld";
    private static final String DID_WEB = "did:web:";
    private static final int LETTERS = 26;

    /** Shorter words of a name are seldom its own. */
    private static final int TELLING = 4;

    private static final int IN_ANY_CASE =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** Words that many institutions share. */
    private static final Set<String> KINDS =
            Set.of(
                    "academy",
                    "college",
                    "department",
                    "faculty",
                    "foundation",
                    "group",
                    "institute",
                    "institution",
                    "international",
                    "national",
                    "online",
                    "program",
                    "programme",
                    "school",
                    "society",
                    "technology",
                    "training",
                    "university");

    private final Map<String, String> issuers = new LinkedHashMap<>();

    private BlindReport() {}

    /** The same credentials, their issuers named in the order in which they come. */
    static List<StoredCredential> of(List<StoredCredential> credentials) {
        var naming = new BlindReport();
        return credentials.stream()
                .map(credential -> credential.with(naming.report(credential.report())))
                .toList();
    }

    private VerificationReport report(VerificationReport report) {
        return new VerificationReport(
                report.format(),
                report.proof()
                        .map(proof ->
                                new ProofDescription(
                                        proof.type(), proof.cryptosuite(), Optional.empty())),
                report.checks().stream().map(BlindReport::check).toList(),
                report.credential().map(this::credential),
                report.statusUntil(),
                report.fault(),
                report.parts().stream()
                        .map(part -> new Part(part.role(), part.pointer(), report(part.report())))
                        .toList());
    }

    /** Details name addresses; those of trust are ours. */
    private static Check check(Check check) {
        return check.name() == CheckName.ISSUER_TRUST
                ? check
                : new Check(check.name(), check.outcome(), check.code(), WITHHELD);
    }

    private CredentialSummary credential(CredentialSummary credential) {
        String pseudonym =
                issuers.computeIfAbsent(credential.issuer().id(), _ -> name(issuers.size()));
        List<Pattern> names = names(credential);
        return new CredentialSummary(
                Optional.empty(),
                credential.name().map(name -> without(names, pseudonym, name)),
                new Party(pseudonym, Optional.of(pseudonym)),
                Optional.empty(),
                credential.validFrom(),
                credential.validUntil(),
                credential
                        .achievement()
                        .map(achievement ->
                                new Achievement(
                                        NO_ID,
                                        without(names, pseudonym, achievement.name()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                credential.alignments().stream()
                        .filter(alignment -> !isOwn(credential, alignment))
                        .toList(),
                credential.results(),
                credential.credits(),
                credential.skills(),
                credential.learning());
    }

    /**
     * What its issuer, or whoever defined the achievement, is called: as a whole, and by each word
     * that tells it from others and is not what was learned.
     */
    private static List<Pattern> names(CredentialSummary credential) {
        List<Party> parties = new ArrayList<>(List.of(credential.issuer()));
        credential.achievement().flatMap(Achievement::creator).ifPresent(parties::add);
        List<String> names =
                parties.stream()
                        .flatMap(party -> party.name().stream())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        Set<String> common = new HashSet<>(KINDS);
        credential.alignments().forEach(one -> common.addAll(words(one.targetName())));
        return Stream.concat(
                        names.stream().map(Pattern::quote),
                        names.stream()
                                .flatMap(name -> words(name).stream())
                                .filter(word -> word.length() >= TELLING && !common.contains(word))
                                .map(word -> "\\b" + Pattern.quote(word) + "\\b"))
                .map(name -> Pattern.compile(name, IN_ANY_CASE))
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String without(List<Pattern> names, String pseudonym, String text) {
        String told = text;
        for (Pattern name : names) {
            told = name.matcher(told).replaceAll(Matcher.quoteReplacement(pseudonym));
        }
        return told;
    }

    /** A framework of the issuer's own has the issuer's address. */
    private static boolean isOwn(CredentialSummary credential, Alignment alignment) {
        Optional<String> host = host(alignment.targetUrl());
        return host.isPresent() && host.equals(host(credential.issuer().id()));
    }

    private static Optional<String> host(String id) {
        if (id.startsWith(DID_WEB)) {
            return Optional.of(id.substring(DID_WEB.length()).split(":", 2)[0])
                    .map(host -> host.replaceFirst("%3[Aa].*", "").toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.ofNullable(new URI(id).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }

    /** Issuer A to Issuer Z, then Issuer A1 and so on. */
    private static String name(int place) {
        int round = place / LETTERS;
        return "Issuer " + (char) ('A' + place % LETTERS) + (round == 0 ? "" : round);
    }
}
