package dev.assay.hiring.platform.fetch;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Documents and failures of late, in memory: public documents only, shared by all employers. What
 * was not used for longest goes first when there are too many bytes.
 */
final class DocumentCache {

    /** What an entry costs beside its content, roughly. */
    private static final long OVERHEAD = 1_024;

    private final long maximumBytes;
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    DocumentCache(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    synchronized Optional<Entry> of(WebAddress address) {
        return Optional.ofNullable(entries.get(address.key()));
    }

    synchronized void put(WebAddress address, Entry entry) {
        forget(address);
        entries.put(address.key(), entry);
        bytes += entry.size();
        Iterator<Map.Entry<String, Entry>> oldest = entries.entrySet().iterator();
        while (bytes > maximumBytes && oldest.hasNext()) {
            bytes -= oldest.next().getValue().size();
            oldest.remove();
        }
    }

    synchronized void forget(WebAddress address) {
        Entry before = entries.remove(address.key());
        if (before != null) {
            bytes -= before.size();
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    /**
     * @param validators to ask with whether it has changed, once it is no longer fresh
     */
    record Entry(Fetch fetch, Validators validators, Instant freshUntil) {

        boolean isFresh(Instant now) {
            return now.isBefore(freshUntil);
        }

        private long size() {
            return OVERHEAD
                    + switch (fetch) {
                        case Fetch.Fetched fetched -> fetched.content().length;
                        case Fetch.Failed _ -> 0;
                    };
        }
    }
}
