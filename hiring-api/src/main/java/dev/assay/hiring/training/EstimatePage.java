package dev.assay.hiring.training;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * An estimate on one page for finance: totals, a chart of the components, what saved how much,
 * assumptions with their sources, warnings, and seed and digest. What does not fit is counted, and
 * is in the workbook.
 */
final class EstimatePage {

    /** The font that PDFBox brings along (SIL Open Font License). */
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float LEFT = 48;
    private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float BOTTOM = 48;
    private static final float SMALL = 8;
    private static final float USUAL = 9.5f;
    private static final Color BEFORE = new Color(0x9a, 0xa5, 0xb1);
    private static final Color AFTER = new Color(0x1f, 0x6f, 0x8b);

    private final EstimateDocument estimate;

    EstimatePage(EstimateDocument estimate) {
        this.estimate = estimate;
    }

    void write(OutputStream to) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream font =
                        Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont letters = PDType0Font.load(document, font);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new Pen(content, letters).draw(estimate);
            }
            document.getDocumentInformation().setTitle("Training estimate " + estimate.id());
            document.getDocumentInformation().setProducer("Assay");
            Instant made = Objects.requireNonNullElse(estimate.madeAt(), Instant.EPOCH);
            document.getDocumentInformation()
                    .setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
            // Of the same estimate the same bytes.
            document.setDocumentId((long) estimate.inputsDigest().hashCode());
            document.save(to);
        }
    }

    /** Writes from the top of the page to its bottom. */
    private static final class Pen {

        private final PDPageContentStream content;
        private final PDFont font;
        private float y = PDRectangle.A4.getHeight() - 56;

        Pen(PDPageContentStream content, PDFont font) {
            this.content = content;
            this.font = font;
        }

        void draw(EstimateDocument estimate) throws IOException {
            String unit = " " + estimate.currency();
            line(16, LEFT, "Training estimate");
            line(
                    SMALL,
                    LEFT,
                    "%s · made %s · as of %s · %s"
                            .formatted(
                                    estimate.id(),
                                    estimate.madeAt(),
                                    estimate.asOf(),
                                    estimate.basis().equals(EstimateWriter.APPLICATION)
                                            ? "by verified evidence"
                                            : "by supposed evidence, which nobody has proven"));
            y -= 8;
            line(
                    USUAL,
                    LEFT,
                    "Baseline %s, expected %s, saving %s%s (P10 %s, P50 %s, P90 %s)"
                            .formatted(
                                    money(estimate.baseline().mean()),
                                    money(estimate.expected().mean()),
                                    money(estimate.saving().mean()),
                                    unit,
                                    money(estimate.saving().p10()),
                                    money(estimate.saving().p50()),
                                    money(estimate.saving().p90())));
            for (var ceiling : estimate.premiumCeiling()) {
                line(
                        USUAL,
                        LEFT,
                        "The saving pays for a premium of up to %s %% over %d year%s."
                                .formatted(
                                        ceiling.percent().toPlainString(),
                                        ceiling.years(),
                                        ceiling.years() == 1 ? "" : "s"));
            }
            chart(estimate.components());
            title("Modules");
            some(
                    estimate.modules().stream()
                            .map(module ->
                                    "%s: %s, %s instead of %s%s"
                                            .formatted(
                                                    module.name(),
                                                    module.decision(),
                                                    money(module.cost()),
                                                    money(module.baseline()),
                                                    unit))
                            .toList(),
                    12);
            title("By credential");
            some(
                    estimate.attribution().stream()
                            .map(share ->
                                    share.credentialId() + ": " + money(share.saving()) + unit)
                            .toList(),
                    6);
            title("Assumptions");
            some(
                    estimate.assumptions().stream()
                            .map(one ->
                                    "%s = %s %s (%s, %s, %s)"
                                            .formatted(
                                                    one.input(),
                                                    ValueText.of(one.value()),
                                                    one.unit(),
                                                    one.source(),
                                                    one.date(),
                                                    one.owner()))
                            .toList(),
                    10);
            title("Warnings");
            some(
                    estimate.warnings().stream()
                            .map(one -> one.code() + ", " + one.field() + ": " + one.text())
                            .toList(),
                    8);
            y = BOTTOM + 2 * SMALL;
            line(
                    SMALL,
                    LEFT,
                    "%s, seed %d, %d draws. Never meant for ranking people."
                            .formatted(
                                    estimate.engineVersion(), estimate.seed(), estimate.draws()));
            line(SMALL, LEFT, "Inputs " + estimate.inputsDigest());
        }

        private void chart(List<EstimateDocument.ComponentLine> components) throws IOException {
            y -= 10;
            double most =
                    components.stream()
                            .mapToDouble(line -> line.baseline().doubleValue())
                            .max()
                            .orElse(0);
            float room = RIGHT - LEFT - 190;
            for (var line : components) {
                text(USUAL, LEFT, line.name());
                float start = LEFT + 80;
                bar(start, y + 4, room, line.baseline(), most, BEFORE);
                bar(start, y - 2, room, line.expected(), most, AFTER);
                text(
                        SMALL,
                        start + room + 6,
                        money(line.baseline()) + " > " + money(line.expected()));
                y -= 18;
            }
            text(SMALL, LEFT + 80, "upper bar: baseline; lower bar: expected");
            y -= 12;
        }

        private void bar(float x, float at, float room, BigDecimal value, double most, Color color)
                throws IOException {
            content.setNonStrokingColor(color);
            content.addRect(x, at, most == 0 ? 0 : (float) (room * value.doubleValue() / most), 5);
            content.fill();
            content.setNonStrokingColor(Color.BLACK);
        }

        private void title(String words) throws IOException {
            y -= 6;
            line(USUAL + 1.5f, LEFT, words);
        }

        /** As many as there is room for; the others are counted. */
        private void some(List<String> lines, int most) throws IOException {
            if (lines.isEmpty()) {
                line(SMALL, LEFT, "none");
            }
            for (String words : lines.subList(0, Math.min(most, lines.size()))) {
                line(SMALL, LEFT, words);
            }
            if (lines.size() > most) {
                line(SMALL, LEFT, "and " + (lines.size() - most) + " more, in the workbook");
            }
        }

        private void line(float size, float x, String words) throws IOException {
            text(size, x, words);
            y -= size * 1.35f;
        }

        private void text(float size, float x, String words) throws IOException {
            String shown = fitting(printable(words), size, RIGHT - x);
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x, y);
            content.showText(shown);
            content.endText();
        }

        /** What the font has no sign for is shown as a question mark. */
        private String printable(String words) throws IOException {
            StringBuilder known = new StringBuilder();
            for (int at = 0;
                    at < words.length();
                    at += Character.charCount(words.codePointAt(at))) {
                String sign = Character.toString(words.codePointAt(at));
                try {
                    font.encode(sign);
                    known.append(sign);
                } catch (IllegalArgumentException noGlyph) {
                    known.append('?');
                }
            }
            return known.toString();
        }

        private String fitting(String words, float size, float room) throws IOException {
            String shown = words;
            while (font.getStringWidth(shown) / 1000 * size > room) {
                shown = shown.substring(0, shown.length() - 2) + "…";
            }
            return shown;
        }

        private static String money(BigDecimal amount) {
            return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
        }
    }
}
