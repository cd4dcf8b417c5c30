package dev.assay.hiring.postings;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one file of postings while they come: nothing but the posting at hand is held. Every text
 * is in CDATA sections, and what XML cannot hold is left out.
 */
public abstract sealed class FeedWriter permits IndeedFeed, LinkedInFeed, RssFeed {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** As in RFC 822 mail and in RSS, always English. */
    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;

    FeedWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Begins a file; {@link #end} has to be called once all is written. */
    public static FeedWriter begin(FeedKind kind, OutputStream out, FeedHead head) {
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            FeedWriter writer =
                    switch (kind) {
                        case INDEED -> new IndeedFeed(xml);
                        case LINKEDIN -> new LinkedInFeed(xml);
                        case RSS -> new RssFeed(xml);
                    };
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.head(head);
            return writer;
        } catch (XMLStreamException failure) {
            throw broken(failure);
        }
    }

    /**
     * Writes a posting that the outlet takes, as many items as {@link FeedKind#items} says.
     *
     * @param page where it is on the web
     */
    public void write(Posting posting, URI page) {
        try {
            item(posting, page);
        } catch (XMLStreamException failure) {
            throw broken(failure);
        }
    }

    public void end() {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failure) {
            throw broken(failure);
        }
    }

    abstract void head(FeedHead head) throws XMLStreamException;

    abstract void item(Posting posting, URI page) throws XMLStreamException;

    final void start(String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
    }

    final void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    final void finish() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    /** Ends an element that has text, to which nothing is added. */
    final void finishText() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** An element with text; none when there is no text. */
    final void text(String name, @Nullable String text) throws XMLStreamException {
        if (text == null || text.isBlank()) {
            return;
        }
        start(name);
        cdata(text);
        finishText();
    }

    final void cdata(String text) throws XMLStreamException {
        xml.writeCData(FeedText.storable(text).replace("]]>", "]]]]><![CDATA[>"));
    }

    static String mailDate(Instant when) {
        return MAIL_DATE.format(when);
    }

    private static UncheckedIOException broken(XMLStreamException failure) {
        return new UncheckedIOException(new IOException("a feed cannot be written", failure));
    }
}
