package dev.assay.hiring.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks host names up. */
@FunctionalInterface
interface Names {

    /** Every address of a host. */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;

    static Names system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
