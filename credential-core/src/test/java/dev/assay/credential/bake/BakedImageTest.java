package dev.assay.credential.bake;

import static dev.assay.credential.fixture.Samples.check;
import static dev.assay.credential.fixture.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F17: badges come out of images, and nothing else does. */
@DisplayName("F17: badges baked into images")
class BakedImageTest {

    private static final String OB_3 = "openbadgecredential";

    @Nested
    class APublishedImage {

        @ParameterizedTest
        @CsvSource({
            "ob30/simple-json.png, open-badges-3",
            "ob30/simple-jwt.png, open-badges-3",
            "ob30/simple-jwt_v1.png, open-badges-3",
            "ob30/simple-json.svg, open-badges-3",
            "ob30/simple-jwt.svg, open-badges-3",
            "ob30/simple-jwt_v1.svg, open-badges-3",
            "ob20/simple-badge.png, open-badges-2"
        })
        void hasItsBadgeRead(String file, String format) {
            var report = verify(image(file));

            assertThat(report.fault()).isEmpty();
            assertThat(report.format().wireName()).isEqualTo(format);
        }

        @Test
        void withoutABadgeIsNoCredential() {
            var report = verify(image("ob20/assets/robotics-badge.png"));

            assertThat(check(report, CheckName.STRUCTURE)).isEqualTo("failed not-a-credential");
        }

        private static byte[] image(String file) {
            int slash = file.lastIndexOf('/');
            return Fixtures.bytes(
                    Fixtures.folder("onedtech/" + file.substring(0, slash))
                            .resolve(file.substring(slash + 1)));
        }
    }

    @Nested
    class APng {

        @Test
        void carriesABadgeThatIsVerifiedLikeAnyOther() {
            assertThat(verify(png(text(OB_3, badge()))).outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void mayCarryItCompressed() {
            assertThat(verify(png(compressed(OB_3, badge()))).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void mayHaveOtherTexts() {
            var image = png(text("comment", "hello"), text(OB_3, badge()), text("comment", "bye"));

            assertThat(verify(image).outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void mayKeepAnOlderBadgeBesideTheNewOne() {
            var image = png(text("openbadges", "{}"), text(OB_3, badge()));

            assertThat(verify(image).outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void withTwoBadgesIsRefused() {
            assertThat(fault(png(text(OB_3, badge()), text(OB_3, badge()))))
                    .isEqualTo("baked-twice");
        }

        @Test
        void isNotReadPastItsEnd() {
            byte[] whole = png();
            byte[] more = text(OB_3, badge());
            byte[] image = Arrays.copyOf(whole, whole.length + more.length);
            System.arraycopy(more, 0, image, whole.length, more.length);

            assertThat(check(verify(image), CheckName.STRUCTURE))
                    .isEqualTo("failed not-a-credential");
        }

        @Test
        void withAPartAlteredIsRefused() {
            byte[] image = png(text(OB_3, badge()));
            image[image.length / 2] ^= 1;

            assertThat(fault(image)).isEqualTo("malformed-image");
        }

        @Test
        void thatIsCutShortIsRefused() {
            byte[] image = png(text(OB_3, badge()));
            for (int length = 8; length < image.length; length += 13) {
                assertThat(fault(Arrays.copyOf(image, length))).isEqualTo("malformed-image");
            }
        }

        @ParameterizedTest
        @CsvSource({"254, ''", "255, too-complex"})
        void hasAtMost256Chunks(int others, String expected) {
            byte[][] chunks = new byte[others + 1][];
            Arrays.fill(chunks, text("c", ""));
            chunks[others] = text(OB_3, badge());

            assertThat(fault(png(chunks))).isEqualTo(expected);
        }

        @Test
        void thatInflatesBeyondAllMeasureIsRefused() {
            assertThat(fault(png(compressed(OB_3, " ".repeat((1 << 20) + 1)))))
                    .isEqualTo("too-large");
        }

        @Test
        void withAChunkOfAbsurdLengthIsRefused() {
            byte[] image = png(text(OB_3, badge()));
            image[8] = (byte) 0xff;
            assertThat(fault(image)).isEqualTo("malformed-image");
            image[8] = 0x7f;
            assertThat(fault(image)).isEqualTo("malformed-image");
        }

        @Test
        void largerThanAnyBadgeIsRefused() {
            assertThat(fault(Arrays.copyOf(png(), BakedImage.MAX_BYTES + 1)))
                    .isEqualTo("too-large");
        }

        @Test
        void withTextThatIsNoUtf8IsRefused() {
            assertThat(
                            fault(
                                    png(
                                            chunk(
                                                    "iTXt",
                                                    (OB_3 + "\0\0\0\0\0\u00ff")
                                                            .getBytes(
                                                                    StandardCharsets.ISO_8859_1)))))
                    .isEqualTo("not-utf-8");
        }

        @Property(tries = 300)
        void anyChunkHasAReport(@ForAll byte[] data) {
            assertThat(verify(png(chunk("iTXt", data))).outcome()).isNotEqualTo(Outcome.VERIFIED);
        }
    }

    @Nested
    class AnSvg {

        @Test
        void carriesABadgeThatIsVerifiedLikeAnyOther() {
            assertThat(verify(svg("", "<![CDATA[" + badge() + "]]>")).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void mayNameTheUsualDocumentType() {
            var type =
                    "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
                            + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";

            assertThat(verify(svg(type, "<![CDATA[" + badge() + "]]>")).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                    "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                    "<!DOCTYPE svg SYSTEM \"https://example.org/evil.dtd\">",
                    "<!DOCTYPE svg [<!ATTLIST svg x CDATA \"y\">]>",
                    "<!DOCTYPE svg PUBLIC \"a\" \"b\"><!DOCTYPE svg PUBLIC \"a\" \"b\">"
                })
        void declaringAnythingOfItsOwnIsRefused(String type) {
            assertThat(fault(svg(type, "&x;"))).isEqualTo("malformed-image");
            assertThat(fault(svg(type, "<![CDATA[" + badge() + "]]>")))
                    .isEqualTo("malformed-image");
        }

        @Test
        void referringToAnEntityIsRefused() {
            assertThat(fault(svg("", "&x;"))).isEqualTo("malformed-image");
        }

        @Test
        void withTwoBadgesIsRefused() {
            var one = "<openbadges:credential><![CDATA[" + badge() + "]]></openbadges:credential>";

            assertThat(fault(document("", one + one))).isEqualTo("baked-twice");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"<svg", "<svg></gvs>", "<?xml version=\"1.0\"?><html/>", "<svg/><svg/>"})
        void thatIsNotWellFormedIsRefused(String image) {
            assertThat(fault(image.getBytes(StandardCharsets.UTF_8))).isEqualTo("malformed-image");
        }

        @Test
        void inAnotherEncodingIsRefused() {
            var image = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><svg>\u00e4</svg>";

            assertThat(fault(image.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("not-utf-8");
        }

        @Test
        void withoutABadgeIsNoCredential() {
            assertThat(check(verify("<svg/>"), CheckName.STRUCTURE))
                    .isEqualTo("failed not-a-credential");
        }

        @Test
        void withTheElementOfAnotherNamespaceIsNoCredential() {
            var image = "<svg xmlns:o=\"https://example.org\"><o:credential>x</o:credential></svg>";

            assertThat(check(verify(image), CheckName.STRUCTURE))
                    .isEqualTo("failed not-a-credential");
        }

        private static byte[] svg(String type, String content) {
            return document(type, "<openbadges:credential>" + content + "</openbadges:credential>");
        }

        private static byte[] document(String type, String inside) {
            return (type
                            + "<svg xmlns=\"http://www.w3.org/2000/svg\""
                            + " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">"
                            + inside
                            + "</svg>")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String badge() {
        return Samples.badge().toString();
    }

    /** The code of the fault, empty for none. */
    private static String fault(byte[] image) {
        var report = verify(image);
        return report.fault().map(f -> f.code().wireName()).orElse("");
    }

    private static byte[] png(byte[]... chunks) {
        var image = new ByteArrayOutputStream();
        image.writeBytes(Png.SIGNATURE);
        Arrays.stream(chunks).forEach(image::writeBytes);
        image.writeBytes(chunk("IEND", new byte[0]));
        return image.toByteArray();
    }

    private static byte[] text(String keyword, String text) {
        return chunk("iTXt", (keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] compressed(String keyword, String text) {
        var data = new ByteArrayOutputStream();
        data.writeBytes((keyword + "\0\1\0\0\0").getBytes(StandardCharsets.UTF_8));
        try (var deflater = new DeflaterOutputStream(data)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunk("iTXt", data.toByteArray());
    }

    private static byte[] chunk(String type, byte[] data) {
        var chunk = new ByteArrayOutputStream();
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        try (var out = new DataOutputStream(chunk)) {
            out.writeInt(data.length);
            out.writeBytes(type);
            out.write(data);
            out.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunk.toByteArray();
    }
}
