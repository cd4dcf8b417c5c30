package dev.assay.credential.bake;

import dev.assay.credential.report.CheckCode;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The badge element of an SVG. Nothing a document type declares is read: one that names the
 * standard's, as old tools write it, is skipped, and one with declarations of its own refused.
 */
final class Svg {

    private static final Map<String, String> ELEMENTS =
            Map.of(
                    "https://purl.imsglobal.org/ob/v3p0", "credential",
                    "https://purl.imsglobal.org/spec/ob/v3p0", "credential",
                    "http://openbadges.org", "assertion",
                    "https://openbadges.org", "assertion");
    private static final Pattern PLAIN_DOCTYPE =
            Pattern.compile(
                    "<!DOCTYPE\\s+svg(\\s+PUBLIC\\s+\"[^\"<>\\[]*\"\\s+\"[^\"<>\\[]*\")?\\s*>");

    private Svg() {}

    static Unbaked unbake(byte[] image) {
        String text;
        try {
            // Decoded here, so that no declared encoding can hide anything from the rules below.
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(image)).toString();
        } catch (CharacterCodingException _) {
            return BakedImage.malformed(CheckCode.NOT_UTF_8, "The image is not UTF-8.");
        }
        var bare = PLAIN_DOCTYPE.matcher(text).replaceFirst("");
        if (bare.contains("<!DOCTYPE") || bare.contains("<!ENTITY")) {
            return BakedImage.malformed(
                    CheckCode.MALFORMED_IMAGE, "The image declares a document type of its own.");
        }
        try {
            return read(bare.startsWith("\uFEFF") ? bare.substring(1) : bare);
        } catch (XMLStreamException _) {
            return BakedImage.malformed(CheckCode.MALFORMED_IMAGE, "The image is not well-formed.");
        }
    }

    private static Unbaked read(String text) throws XMLStreamException {
        var reader = factory().createXMLStreamReader(new StringReader(text));
        Optional<String> badge = Optional.empty();
        boolean svg = false;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            svg |= reader.getLocalName().equals("svg");
            if (!isBadge(reader)) {
                continue;
            }
            if (badge.isPresent()) {
                return BakedImage.malformed(
                        CheckCode.BAKED_TWICE, "The image has more than one badge in it.");
            }
            badge = Optional.of(content(reader));
        }
        if (!svg) {
            return BakedImage.malformed(CheckCode.MALFORMED_IMAGE, "The document is no image.");
        }
        return badge.<Unbaked>map(Unbaked.Badge::new).orElseGet(Unbaked.Nothing::new);
    }

    private static boolean isBadge(XMLStreamReader reader) {
        var namespace = reader.getNamespaceURI();
        return namespace != null && reader.getLocalName().equals(ELEMENTS.get(namespace));
    }

    /** A token or address is in the attribute, a document between the tags. */
    private static String content(XMLStreamReader reader) throws XMLStreamException {
        var verify = reader.getAttributeValue(null, "verify");
        var text = reader.getElementText().strip();
        return text.isEmpty() && verify != null ? verify.strip() : text;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
