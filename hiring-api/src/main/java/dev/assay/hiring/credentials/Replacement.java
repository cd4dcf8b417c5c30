package dev.assay.hiring.credentials;

import dev.assay.credential.model.CredentialIdentity;
import dev.assay.credential.report.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Open Badges 3.0, credential equality: the same issuer and credential id name one credential, of
 * which the newest {@code validFrom} stands. Only verified ones take part, or a forged copy could
 * push the genuine one aside.
 */
public final class Replacement {

    private static final Comparator<StoredCredential> NEWEST_FIRST =
            Comparator.comparing(Replacement::validFrom, Comparator.reverseOrder())
                    .thenComparing(credential -> credential.id().value());

    private Replacement() {}

    /** Those of these that another of them stands for. */
    public static Set<StoredCredential> superseded(List<StoredCredential> credentials) {
        return Set.copyOf(successors(credentials).keySet());
    }

    /** Each of these that another of them stands for, with that one. */
    static Map<StoredCredential, StoredCredential> successors(List<StoredCredential> credentials) {
        Map<CredentialIdentity, List<StoredCredential>> copies =
                credentials.stream()
                        .filter(credential -> credential.report().outcome() == Outcome.VERIFIED)
                        .filter(credential ->
                                credential
                                        .report()
                                        .credential()
                                        .flatMap(said -> said.id())
                                        .isPresent())
                        .collect(Collectors.groupingBy(Replacement::identity));
        Map<StoredCredential, StoredCredential> successors = new HashMap<>();
        for (List<StoredCredential> same : copies.values()) {
            List<StoredCredential> newestFirst = same.stream().sorted(NEWEST_FIRST).toList();
            newestFirst.stream()
                    .skip(1)
                    .forEach(older -> successors.put(older, newestFirst.getFirst()));
        }
        return successors;
    }

    private static CredentialIdentity identity(StoredCredential credential) {
        return credential.report().credential().flatMap(CredentialIdentity::of).orElseThrow();
    }

    private static Instant validFrom(StoredCredential credential) {
        return credential
                .report()
                .credential()
                .flatMap(said -> said.validFrom())
                .orElse(Instant.MIN);
    }
}
