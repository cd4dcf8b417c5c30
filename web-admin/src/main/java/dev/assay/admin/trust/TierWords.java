package dev.assay.admin.trust;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.issuers.IssuerTier;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tiers of the registry in words. */
@Component
class TierWords {

    private final Words words;

    TierWords(Words words) {
        this.words = words;
    }

    String word(IssuerTier tier) {
        return words.say("tier." + tier.wireName());
    }

    Badge badge(IssuerTier tier) {
        return switch (tier) {
            case RECOGNISED, TRUSTED, KNOWN -> Badge.verified(word(tier));
            case BLOCKED -> Badge.failed(word(tier));
        };
    }

    List<TierChoice> choices() {
        return Arrays.stream(IssuerTier.values())
                .map(tier ->
                        new TierChoice(
                                tier.wireName(),
                                word(tier),
                                words.say("tier." + tier.wireName() + ".meaning"),
                                badge(tier)))
                .toList();
    }
}
