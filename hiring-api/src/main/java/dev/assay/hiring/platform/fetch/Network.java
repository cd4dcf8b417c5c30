package dev.assay.hiring.platform.fetch;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** A block of addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
final class Network {

    /** Numbers only, so that nothing is ever looked up. */
    private static final Pattern CIDR =
            Pattern.compile(
                    "([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*)/([0-9]{1,3})");

    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /**
     * @throws IllegalArgumentException when it is not a block in CIDR notation
     */
    static Network of(String cidr) {
        var match = CIDR.matcher(cidr);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a network in CIDR notation: " + cidr);
        }
        byte[] prefix = InetAddress.ofLiteral(match.group(1)).getAddress();
        int bits = Integer.parseInt(match.group(2));
        if (bits > prefix.length * 8) {
            throw new IllegalArgumentException("not a network in CIDR notation: " + cidr);
        }
        return new Network(prefix, bits);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((bytes[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
