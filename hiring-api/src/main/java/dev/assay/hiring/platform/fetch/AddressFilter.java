package dev.assay.hiring.platform.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are hosts of the public internet, by IANA's registries of special-purpose
 * addresses. IPv6 is closed but for the global unicast block, and of that everything is refused
 * that stands for an IPv4 address (6to4, Teredo): what is inside could be private.
 */
final class AddressFilter {

    private static final List<Network> NOT_PUBLIC_4 =
            networks(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by carriers
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, with the clouds' metadata services
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // automatic multicast tunneling
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarking
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"); // reserved, with broadcast

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_6 =
            networks(
                    "2001::/23", // protocol assignments, with Teredo, ORCHID and benchmarking
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20"); // documentation

    private final List<Network> refused;

    /**
     * @param refused networks of this installation's own that look public
     */
    AddressFilter(List<Network> refused) {
        this.refused = List.copyOf(refused);
    }

    /** An IPv4-mapped IPv6 address is an IPv4 address to Java, so it is judged as one. */
    boolean isPublic(InetAddress address) {
        boolean publicByRegistry =
                address instanceof Inet4Address
                        ? NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(address))
                        : GLOBAL_UNICAST.contains(address)
                                && NOT_PUBLIC_6.stream()
                                        .noneMatch(block -> block.contains(address));
        return publicByRegistry && refused.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Network> networks(String... cidrs) {
        return Stream.of(cidrs).map(Network::of).toList();
    }
}
