package dev.assay.credential.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An SVG image: as a whole, and what stands inside of one. */
public final class SvgTarget {

    private static final String BEFORE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\""
                    + " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">";

    private SvgTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(SvgTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Genuine.check(data);
        var image = new ByteArrayOutputStream();
        image.writeBytes(BEFORE.getBytes(StandardCharsets.UTF_8));
        image.writeBytes(data);
        image.writeBytes("</svg>".getBytes(StandardCharsets.UTF_8));
        Genuine.check(image.toByteArray());
    }

    static List<byte[]> seeds() {
        return Genuine.bytes(
                "<openbadges:credential><![CDATA["
                        + Genuine.BADGES.getFirst()
                        + "]]></openbadges:credential>",
                "<openbadges:credential verify=\"a.b.c\"/>",
                "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>");
    }
}
