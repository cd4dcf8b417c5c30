package dev.assay.credential.status;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.source.HttpsAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A status entry that points into a bitstring (Bitstring Status List 1.0 §2.1).
 *
 * @param purpose what a bit in the list means
 * @param index which status of the list is meant
 * @param size bits a status has
 * @param messages what the values mean, as the entry says
 */
record BitstringEntry(
        String purpose, long index, int size, URI list, List<StatusMessage> messages) {

    private static final int MAX_SIZE = 16;
    // Fifteen digits are more statuses than any list has, and cannot overflow when multiplied.
    private static final String INDEX = "0|[1-9][0-9]{0,14}";

    /** What one value means. */
    record StatusMessage(String status, String message) {}

    /**
     * Empty when a part is missing or malformed. An index may be a number, as some issuers write.
     */
    static Optional<BitstringEntry> read(JsonNode entry) {
        var purpose = JsonTree.text(entry, "statusPurpose");
        var index = index(entry.path("statusListIndex"));
        var size = size(entry);
        var list = JsonTree.id(entry.path("statusListCredential")).flatMap(HttpsAddress::parse);
        if (purpose.isEmpty() || index.isEmpty() || size.isEmpty() || list.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new BitstringEntry(
                        purpose.get(), index.get(), size.getAsInt(), list.get(), messages(entry)));
    }

    private static Optional<Long> index(JsonNode node) {
        var text = node.isString() || node.isIntegralNumber() ? node.asString() : "";
        return text.matches(INDEX) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static OptionalInt size(JsonNode entry) {
        var size = entry.path("statusSize");
        if (size.isMissingNode()) {
            return OptionalInt.of(1);
        }
        boolean usable = size.isIntegralNumber() && size.canConvertToInt();
        int bits = usable ? size.intValue() : 0;
        return bits >= 1 && bits <= MAX_SIZE ? OptionalInt.of(bits) : OptionalInt.empty();
    }

    private static List<StatusMessage> messages(JsonNode entry) {
        return JsonTree.items(entry, "statusMessage").stream()
                .flatMap(node ->
                        JsonTree.text(node, "status").stream()
                                .flatMap(status ->
                                        JsonTree.text(node, "message").stream()
                                                .map(text -> new StatusMessage(status, text))))
                .toList();
    }

    /** What the entry says a value means; values are written like {@code 0x1a}. */
    Optional<String> messageOf(int value) {
        return messages.stream()
                .filter(m -> isHex(m.status(), value))
                .map(StatusMessage::message)
                .findFirst();
    }

    private static boolean isHex(String status, int value) {
        return status.matches("0[xX][0-9a-fA-F]{1,7}")
                && Integer.parseInt(status.substring(2), 16) == value;
    }
}
