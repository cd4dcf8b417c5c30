package dev.assay.credential.check;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An e-mail address inside a badge, plain or hashed as {@code algorithm$hex(address ∥ salt)} (Open
 * Badges 3.0 {@code IdentityObject}). Issuers hash what they were given, so an address is tried as
 * typed, in either Unicode normal form, in lower case, and with its domain in either spelling.
 */
record EmailIdentity(String identity, boolean hashed, String salt) {

    static Optional<EmailIdentity> of(JsonNode identityObject) {
        var type = identityObject.path("identityType").asString("");
        var identity = identityObject.path("identityHash");
        if (!(type.equals("emailAddress") || type.equals("email")) || !identity.isString()) {
            return Optional.empty();
        }
        boolean hashed = identityObject.path("hashed").asBoolean(false);
        var salt = identityObject.path("salt");
        return Optional.of(
                new EmailIdentity(
                        identity.stringValue(), hashed, salt.isString() ? salt.stringValue() : ""));
    }

    static EmailIdentity plain(String address) {
        return new EmailIdentity(address, false, "");
    }

    boolean isOf(String address) {
        return spellings(address).stream().anyMatch(this::matches);
    }

    private boolean matches(String address) {
        if (!hashed) {
            return spellings(identity).contains(address);
        }
        int dollar = identity.indexOf('$');
        if (dollar < 0) {
            return false;
        }
        return switch (identity.substring(0, dollar)) {
            case "sha256" -> isDigest("SHA-256", address, identity.substring(dollar + 1));
            case "md5" -> isDigest("MD5", address, identity.substring(dollar + 1));
            default -> false;
        };
    }

    private boolean isDigest(String algorithm, String address, String hex) {
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm)
                            .digest((address + salt).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).equals(hex.toLowerCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }

    private static Set<String> spellings(String address) {
        var spellings = new LinkedHashSet<String>();
        var typed = address.strip();
        if (isPlain(typed)) {
            spellings.add(typed);
            spellings.add(typed.toLowerCase(Locale.ROOT));
            return spellings;
        }
        var composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        var lower = composed.toLowerCase(Locale.ROOT);
        var decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (var form : List.of(typed, composed, lower, decomposed)) {
            spellings.add(form);
            int at = form.lastIndexOf('@');
            if (at > 0) {
                var domain = form.substring(at + 1);
                spellings.add(form.substring(0, at + 1) + ascii(domain));
                spellings.add(form.substring(0, at + 1) + IDN.toUnicode(domain));
            }
        }
        return spellings;
    }

    /** Whether nothing but capitals can be written in two ways: ASCII, and no encoded domain. */
    private static boolean isPlain(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) >= 0x80) {
                return false;
            }
        }
        return !address.toLowerCase(Locale.ROOT).contains("xn--");
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException _) {
            return domain; // not a host name; then it has no other spelling
        }
    }
}
