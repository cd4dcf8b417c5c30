package dev.assay.admin.training;

import dev.assay.admin.shell.Words;
import dev.assay.hiring.training.EstimateDocument;
import dev.assay.hiring.training.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An estimate in words and figures. */
@Component
class EstimateWords {

    private final Words words;

    EstimateWords(Words words) {
        this.words = words;
    }

    /**
     * @param titles what credentials are called, by id
     */
    EstimatePage.Estimate estimate(EstimateDocument made, Map<String, String> titles) {
        BigDecimal most =
                made.components().stream()
                        .map(EstimateDocument.ComponentLine::baseline)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
        String currency = made.currency();
        return new EstimatePage.Estimate(
                currency,
                summary(made),
                made.components().stream().map(line -> part(line, most, currency)).toList(),
                total(made),
                made.modules().stream().map(line -> module(line, currency)).toList(),
                made.attribution().stream()
                        .map(line ->
                                new EstimatePage.Share(
                                        Objects.requireNonNullElse(
                                                titles.get(line.credentialId()),
                                                words.say("training.credential")),
                                        "#item-" + line.credentialId(),
                                        Figures.money(line.saving(), currency)))
                        .toList(),
                made.tornado().stream()
                        .map(bar ->
                                new EstimatePage.Bar(
                                        bar.input(),
                                        Figures.money(bar.atP10(), currency),
                                        Figures.money(bar.atP90(), currency)))
                        .toList(),
                made.premiumCeiling().stream()
                        .map(line ->
                                new EstimatePage.Ceiling(
                                        words.say("training.years", line.years()),
                                        Figures.percent(line.percent())))
                        .toList(),
                made.assumptions().stream().map(EstimateWords::assumption).toList(),
                made.warnings().stream()
                        .map(EstimateDocument.WarningLine::text)
                        .distinct()
                        .toList(),
                words.say(
                        "training.basis",
                        made.asOf().toString(),
                        made.draws(),
                        String.valueOf(made.seed()),
                        made.engineVersion()),
                made.inputsDigest());
    }

    /** "Likely waives SQL, tests out of Visualisation", what it saves, and what premium that is. */
    private List<String> summary(EstimateDocument made) {
        List<String> lines = new ArrayList<>();
        List<String> decisions =
                made.modules().stream()
                        .filter(module -> module.needed() && !module.decision().equals("take"))
                        .map(module ->
                                words.say("training.likely." + module.decision(), module.name()))
                        .toList();
        lines.add(
                decisions.isEmpty()
                        ? words.say("training.likely.nothing")
                        : words.say("training.likely", String.join(", ", decisions)));
        lines.add(
                words.say(
                        "training.saves",
                        Figures.roundMoney(made.saving().p10()),
                        Figures.roundMoney(made.saving().p90()),
                        made.currency(),
                        Figures.roundMoney(made.saving().mean())));
        made.premiumCeiling().stream()
                .filter(ceiling -> ceiling.years() == 1)
                .forEach(ceiling ->
                        lines.add(
                                words.say("training.ceiling", Figures.percent(ceiling.percent()))));
        return lines;
    }

    private EstimatePage.Part part(
            EstimateDocument.ComponentLine line, BigDecimal most, String currency) {
        String name = words.say("training.part." + line.name());
        int whole = width(line.baseline(), most);
        int kept = Math.min(whole, width(line.expected(), most));
        return new EstimatePage.Part(
                name,
                Figures.money(line.baseline(), currency),
                Figures.money(line.expected(), currency),
                Figures.money(line.saving(), currency),
                kept,
                whole - kept,
                words.say(
                        "training.part.sentence",
                        name,
                        Figures.money(line.expected(), currency),
                        Figures.money(line.baseline(), currency),
                        currency));
    }

    private EstimatePage.Part total(EstimateDocument made) {
        String currency = made.currency();
        return new EstimatePage.Part(
                words.say("training.part.total"),
                Figures.money(made.baseline().mean(), currency),
                Figures.money(made.expected().mean(), currency),
                Figures.money(made.saving().mean(), currency),
                0,
                0,
                "");
    }

    private static int width(BigDecimal amount, BigDecimal most) {
        return most.signum() <= 0
                ? 0
                : amount.multiply(BigDecimal.valueOf(EstimatePage.Part.WIDTH))
                        .divide(most, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    private EstimatePage.Module module(EstimateDocument.ModuleLine line, String currency) {
        return new EstimatePage.Module(
                line.name(),
                line.needed()
                        ? words.say("training.decision." + line.decision())
                        : words.say("training.decision.not-needed"),
                Figures.share(line.coverage()),
                Figures.money(line.baseline(), currency),
                Figures.money(line.cost(), currency));
    }

    private static EstimatePage.Assumption assumption(EstimateDocument.AssumptionLine line) {
        return new EstimatePage.Assumption(
                line.input(),
                value(line.value()),
                line.unit(),
                line.source(),
                line.date().toString(),
                line.owner());
    }

    private static String value(Range range) {
        Double least = Optional.ofNullable(range.least()).orElse(range.p10());
        Double most = Optional.ofNullable(range.most()).orElse(range.p90());
        return least == null || most == null
                ? text(range.value())
                : text(least)
                        + (range.mostLikely() == null
                                ? " – "
                                : " – " + text(range.mostLikely()) + " – ")
                        + text(most);
    }

    private static String text(@Nullable Double value) {
        return value == null ? "–" : Figures.number(BigDecimal.valueOf(value), 4);
    }
}
