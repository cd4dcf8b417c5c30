package dev.assay.credential.status;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Status lists that were proven already, for verifications of one instant that see the same
 * documents. A list is known again by its bytes, never by its address alone. Holds 64 at most.
 * Thread-safe.
 */
public final class ListMemory {

    private static final int MAX_LISTS = 64;

    private final Map<Place, Proven> lists = new ConcurrentHashMap<>();

    private record Place(URI address, StatusMethod method) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    private record Proven(byte[] content, BitstringList list) {}

    Optional<BitstringList> find(URI address, StatusMethod method, byte[] content) {
        return Optional.ofNullable(lists.get(new Place(address, method)))
                .filter(proven -> Arrays.equals(proven.content(), content))
                .map(Proven::list);
    }

    void remember(URI address, StatusMethod method, byte[] content, BitstringList list) {
        if (lists.size() >= MAX_LISTS) {
            lists.clear();
        }
        lists.put(new Place(address, method), new Proven(content, list));
    }
}
