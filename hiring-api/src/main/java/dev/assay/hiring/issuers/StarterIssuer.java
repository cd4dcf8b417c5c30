package dev.assay.hiring.issuers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An issuer that is well known, as a suggestion: it counts for nothing until an employer adopts it.
 *
 * @param key names it, the same for ever
 * @param ids what it signs as, as the source says
 * @param source where anybody can check that these ids are this organisation's
 * @param publisher who says so there
 * @param published what date the source bears
 * @param read when it was read for this list; nothing is promised for later
 * @param caution what to mind before trusting it
 */
public record StarterIssuer(
        String key,
        String name,
        String url,
        List<String> ids,
        String source,
        String publisher,
        LocalDate published,
        LocalDate read,
        Optional<String> caution) {

    public StarterIssuer {
        ids = List.copyOf(ids);
    }

    /** The entry that adopting it makes; its note says where the ids come from. */
    public IssuerContent adopted(IssuerTier tier) {
        return new IssuerContent(
                ids,
                name,
                tier,
                null,
                List.of(IssuerContent.ALL),
                null,
                null,
                "Ids as published by %s on %s (%s), read on %s."
                        .formatted(publisher, published, source, read));
    }
}
