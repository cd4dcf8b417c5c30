package dev.assay.credential.bake;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * PNG and SVG images with a badge in them (Open Badges 3.0 §5.3, Open Badges 2.0 baking). Refuses
 * images over 5 MiB and everything that a parser could be hurt with.
 */
public final class BakedImage {

    /** The largest image that is looked into. */
    public static final int MAX_BYTES = 5 << 20;

    /** The longest text that may be baked in, once inflated. */
    static final int MAX_TEXT = 1 << 20;

    private static final int SNIFFED = 256;

    private BakedImage() {}

    /** Whether the bytes look like an image of a kind that badges are baked into. */
    public static boolean looksLike(byte[] bytes) {
        return isPng(bytes) || isXml(bytes);
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length >= Png.SIGNATURE.length
                && Arrays.equals(Png.SIGNATURE, Arrays.copyOf(bytes, Png.SIGNATURE.length));
    }

    private static boolean isXml(byte[] bytes) {
        int length = Math.min(bytes.length, SNIFFED);
        var start = new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
        if (start.startsWith("\uFEFF")) {
            start = start.substring(1).strip();
        }
        return start.startsWith("<svg")
                || start.startsWith("<?xml")
                || start.startsWith("<!DOCTYPE")
                || start.startsWith("<!--");
    }

    /** The badge in the image; never throws for what the bytes contain. */
    public static Unbaked unbake(byte[] image) {
        if (image.length > MAX_BYTES) {
            return malformed(
                    CheckCode.TOO_LARGE, "The image is larger than " + MAX_BYTES + " bytes.");
        }
        return isPng(image) ? Png.unbake(image) : Svg.unbake(image);
    }

    static Unbaked malformed(CheckCode code, String detail) {
        return new Unbaked.Malformed(InputFault.of(code, detail));
    }
}
