package dev.assay.hiring.scoring.engine;

/**
 * What verification made of an item. The issuer's tier and the alignment of skills are not part of
 * it; the engine judges those itself.
 */
public sealed interface Standing {

    /** Verified, and its subject is this candidate. */
    record Counted() implements Standing {}

    /**
     * Counts nothing. Refuses reasons that only the engine can find, such as {@code same-group}.
     */
    record Ignored(IgnoreReason reason) implements Standing {
        public Ignored {
            if (!reason.comesWithTheItem()) {
                throw new IllegalArgumentException(
                        "the engine itself decides '" + reason.code() + "'");
            }
        }
    }

    /**
     * Not settled, and the only doubts are ours: a list we could not reach, a check still pending,
     * an e-mail nobody confirmed. It stands open if the issuer is trusted or better and is ignored
     * for the same reason otherwise. Refuses reasons that are not ours.
     */
    record Open(IgnoreReason reason) implements Standing {
        public Open {
            if (!reason.mayBeOurDoubt()) {
                throw new IllegalArgumentException(
                        "an item is not left open because of '" + reason.code() + "'");
            }
        }
    }
}
