package dev.assay.hiring.issuers;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Well-known issuers to begin a registry with. The list comes with the release and each line with
 * the public document it was read from; none of them counts anywhere before somebody of the
 * employer adopts it, with a tier of their own judgement.
 */
@Component
public class StarterIssuers {

    private static final String LIST = "/issuers/starters.json";

    private final List<StarterIssuer> starters;
    private final Issuers issuers;
    private final TenantTransaction transactions;

    StarterIssuers(JsonMapper json, Issuers issuers, TenantTransaction transactions) {
        this.starters = read(json);
        this.issuers = issuers;
        this.transactions = transactions;
    }

    /**
     * A suggestion, and whether this employer has taken it up.
     *
     * @param entry its entry in the registry, under whatever name: the one that holds any of its
     *     ids
     */
    public record Suggestion(StarterIssuer starter, Optional<IssuerId> entry) {}

    /** All of them, in the order of the list. */
    public List<Suggestion> list(Actor actor) {
        actor.require(Permission.READ_ISSUERS);
        return transactions.in(
                actor,
                () -> {
                    Map<String, Issuer> entries =
                            issuers.withIdentifiers(
                                    actor,
                                    starters.stream().flatMap(s -> s.ids().stream()).toList());
                    return starters.stream()
                            .map(starter ->
                                    new Suggestion(
                                            starter,
                                            starter.ids().stream()
                                                    .map(entries::get)
                                                    .filter(Objects::nonNull)
                                                    .map(Issuer::id)
                                                    .findFirst()))
                            .toList();
                });
    }

    /** The one with this key. */
    public Optional<StarterIssuer> find(String key) {
        return starters.stream().filter(starter -> starter.key().equals(key)).findFirst();
    }

    /**
     * Enters one in the employer's registry; what it has signed is scored anew soon after.
     *
     * @throws InvalidInput when no suggestion has this key
     * @throws Conflict when one of its ids is registered already
     */
    public Issuer adopt(Actor actor, String key, IssuerTier tier) {
        actor.require(Permission.EDIT_ISSUERS);
        StarterIssuer starter =
                find(key)
                        .orElseThrow(() ->
                                new InvalidInput(
                                        "/starter", "is the key of no issuer of the list"));
        return issuers.register(actor, starter.adopted(tier));
    }

    private static List<StarterIssuer> read(JsonMapper json) {
        try (InputStream list =
                Objects.requireNonNull(StarterIssuers.class.getResourceAsStream(LIST), LIST)) {
            return List.of(json.readValue(list, StarterIssuer[].class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
