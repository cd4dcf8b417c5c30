package dev.assay.hiring.platform.fetch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be fetched. Everything here narrows or feeds the guard; nothing takes it away.
 *
 * @param network false: nothing is fetched but pinned documents
 * @param extraPorts ports to connect to beside 443
 * @param refusedNetworks networks of the installation's own that look public, in CIDR notation
 * @param pinnedDocuments a folder with a {@code manifest.json} of addresses and files
 * @param cacheSize how much of the memory fetched documents may take
 */
@ConfigurationProperties("assay.fetch")
@Validated
record FetchProperties(
        @DefaultValue("true") boolean network,
        @DefaultValue Set<@Min(1) @Max(65_535) Integer> extraPorts,
        @DefaultValue List<String> refusedNetworks,
        @Nullable Path pinnedDocuments,
        @DefaultValue("64MB") DataSize cacheSize) {

    FetchProperties {
        extraPorts = Set.copyOf(extraPorts);
        refusedNetworks = List.copyOf(refusedNetworks);
        // Says which one is wrong, at start and not at the first fetch.
        refusedNetworks.forEach(Network::of);
    }

    /** With nothing added and nothing taken away. */
    static FetchProperties standard() {
        return new FetchProperties(true, Set.of(), List.of(), null, DataSize.ofMegabytes(1));
    }

    /** Why an address will never be connected to, whatever is there; empty when it may be tried. */
    Optional<FetchFault> refusal(String address) {
        return switch (WebAddress.parse(address)) {
            case WebAddress.Refused(var fault) -> Optional.of(fault);
            case WebAddress.Accepted(var accepted) ->
                    isAllowedPort(accepted)
                            ? Optional.empty()
                            : Optional.of(FetchFault.PORT_NOT_ALLOWED);
        };
    }

    boolean isAllowedPort(WebAddress address) {
        return address.hasUsualPort() || extraPorts.contains(address.port());
    }

    AddressFilter filter() {
        return new AddressFilter(refusedNetworks.stream().map(Network::of).toList());
    }
}
