package dev.assay.hiring.dossier;

import dev.assay.hiring.shared.InvalidInput;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;

/**
 * A file as it is sent.
 *
 * @param content its bytes, in base 64 (RFC 4648, clause 4)
 */
public record AttachmentRequest(@NotBlank @Size(max = 500) String name, @NotNull String content) {

    /**
     * @param pointer where in the request this is
     * @throws InvalidInput when it is not base 64, or no file that is taken
     */
    public NewAttachment file(String pointer) {
        try {
            return NewAttachment.of(
                    name, Base64.getDecoder().decode(content), pointer + "/content");
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidInput(pointer + "/content", "must be base 64 with padding");
        }
    }

    /** Without what is in it. */
    @Override
    public String toString() {
        return "AttachmentRequest[]";
    }
}
