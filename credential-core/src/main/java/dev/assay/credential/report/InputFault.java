package dev.assay.credential.report;

import java.util.Optional;

/**
 * Why the bytes could not be read as a document at all. An HTTP edge answers 400 (413 for {@link
 * CheckCode#TOO_LARGE}) instead of storing such a report.
 *
 * @param pointer JSON pointer of the place, where one is known
 */
public record InputFault(CheckCode code, String detail, Optional<String> pointer) {

    public static InputFault of(CheckCode code, String detail) {
        return new InputFault(code, detail, Optional.empty());
    }
}
