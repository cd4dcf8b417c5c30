package dev.assay.hiring.platform.limits;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * So many looks a minute at pages for people without an account, from one network address, on each
 * node: as many as anonymous calls, and counted apart from them. Links cannot be guessed; this
 * keeps whoever tries from costing much.
 */
@Component
public class PageLimits {

    private final AnonymousLimits strangers;
    private final RatePolicy policy;

    @Autowired // One of two constructors.
    PageLimits(LimitProperties properties, Clock clock) {
        this(properties.anonymousCallsPerMinute(), clock);
    }

    /**
     * @param aMinute how many looks one address has
     */
    public PageLimits(int aMinute, Clock clock) {
        this.strangers = new AnonymousLimits(clock);
        this.policy = new RatePolicy("pages", aMinute);
    }

    /** Counts one more look, and whether it is not one too many. */
    public boolean admits(String address) {
        return strangers.count(address, policy).allowed();
    }
}
