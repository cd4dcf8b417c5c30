package dev.assay.credential.sdjwt;

import dev.assay.credential.input.StrictJson;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import java.util.List;
import java.util.Optional;

/**
 * An SD-JWT taken apart but not verified (RFC 9901 §4).
 *
 * @param token what the issuer signed
 * @param disclosures the parts shown, as received
 * @param presented everything before the holder's proof, which that proof covers
 * @param holderProof the Key Binding JWT, where there is one
 */
public record SdJwt(
        CompactJwt token,
        List<String> disclosures,
        String presented,
        Optional<CompactJwt> holderProof) {

    private static final int MAX_DISCLOSURES = 1_000;

    public SdJwt {
        disclosures = List.copyOf(disclosures);
    }

    /** What taking a token apart came to. */
    public sealed interface Parsed {
        record Token(SdJwt token) implements Parsed {}

        record Malformed(InputFault fault) implements Parsed {}
    }

    /** Whether this is a compact token followed by a tilde. */
    public static boolean looksLike(String text) {
        int tilde = text.indexOf('~');
        return tilde > 0 && CompactJwt.looksLike(text.substring(0, tilde));
    }

    /** Refuses what is not tokens, tildes and base64url. */
    public static Parsed parse(String text, StrictJson json) {
        var parts = text.split("~", -1);
        if (parts.length > MAX_DISCLOSURES + 2) {
            return malformed(CheckCode.TOO_COMPLEX, "The token has too many disclosures.");
        }
        return switch (CompactJwt.parse(parts[0], json)) {
            case CompactJwt.Parsed.Malformed(var fault) -> new Parsed.Malformed(fault);
            case CompactJwt.Parsed.Token(var token) -> parse(text, parts, token, json);
        };
    }

    private static Parsed parse(String text, String[] parts, CompactJwt token, StrictJson json) {
        var disclosures = List.of(parts).subList(1, parts.length - 1);
        var last = parts[parts.length - 1];
        var presented = text.substring(0, text.length() - last.length());
        if (last.isEmpty()) {
            return new Parsed.Token(new SdJwt(token, disclosures, presented, Optional.empty()));
        }
        return switch (CompactJwt.parse(last, json)) {
            case CompactJwt.Parsed.Malformed _ ->
                    malformed(CheckCode.MALFORMED_JWT, "What follows the last tilde is no token.");
            case CompactJwt.Parsed.Token(var proof) ->
                    new Parsed.Token(new SdJwt(token, disclosures, presented, Optional.of(proof)));
        };
    }

    private static Parsed malformed(CheckCode code, String detail) {
        return new Parsed.Malformed(InputFault.of(code, detail));
    }
}
