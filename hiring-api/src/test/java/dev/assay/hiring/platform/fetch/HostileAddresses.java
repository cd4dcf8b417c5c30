package dev.assay.hiring.platform.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that must never be fetched: private hosts in every spelling, and tricks on parsers. */
final class HostileAddresses {

    private static final List<int[]> PRIVATE =
            List.of(
                    new int[] {127, 0, 0, 1},
                    new int[] {10, 0, 0, 1},
                    new int[] {172, 16, 0, 1},
                    new int[] {192, 168, 1, 1},
                    new int[] {169, 254, 169, 254},
                    new int[] {100, 64, 0, 1},
                    new int[] {0, 0, 0, 0},
                    new int[] {255, 255, 255, 255},
                    new int[] {224, 0, 0, 1},
                    new int[] {198, 18, 0, 1});

    private HostileAddresses() {}

    static Stream<String> all() {
        return Stream.of(
                        PRIVATE.stream().flatMap(HostileAddresses::spellings),
                        six().map(host -> "https://[" + host + "]/did.json"),
                        six().map(host -> "https://" + host + "/did.json"),
                        names().map(host -> "https://" + host + "/did.json"),
                        tricks())
                .flatMap(part -> part);
    }

    private static Stream<String> spellings(int[] ip) {
        String dotted = ip[0] + "." + ip[1] + "." + ip[2] + "." + ip[3];
        long number = ((long) ip[0] << 24) | (ip[1] << 16) | (ip[2] << 8) | ip[3];
        String six = "%02x%02x:%02x%02x".formatted(ip[0], ip[1], ip[2], ip[3]);
        List<String> hosts = new ArrayList<>();
        hosts.add(dotted);
        hosts.add(dotted + ".");
        hosts.add(dotted + ":443");
        hosts.add(Long.toString(number));
        hosts.add("0x%08x".formatted(number));
        hosts.add("0X%08X".formatted(number));
        hosts.add("0%o".formatted(number));
        hosts.add("0x%x.0x%x.0x%x.0x%x".formatted(ip[0], ip[1], ip[2], ip[3]));
        hosts.add("0%o.0%o.0%o.0%o".formatted(ip[0], ip[1], ip[2], ip[3]));
        hosts.add("00000%o.%d.0x%x.%d".formatted(ip[0], ip[1], ip[2], ip[3]));
        hosts.add("%d.%d".formatted(ip[0], number & 0xffffff));
        hosts.add("%d.%d.%d".formatted(ip[0], ip[1], number & 0xffff));
        hosts.add("0x%x.%d".formatted(ip[0], number & 0xffffff));
        hosts.add("%d.%d.%d.%d".formatted(ip[0] + 256, ip[1], ip[2], ip[3]));
        hosts.add("[::ffff:" + dotted + "]");
        hosts.add("[::ffff:" + six + "]");
        hosts.add("[::" + dotted + "]");
        hosts.add("[64:ff9b::" + dotted + "]");
        hosts.add("[64:ff9b:1::" + six + "]");
        hosts.add("[2002:" + six + "::1]");
        hosts.add("[2001:0:" + six + "::1]");
        hosts.add("[" + dotted + "]");
        hosts.add(dotted.replace('.', '\u3002'));
        hosts.add(dotted.replace(".", "%2e"));
        hosts.add("%" + Integer.toHexString(dotted.charAt(0)) + dotted.substring(1));
        hosts.add(fullWidth(dotted));
        hosts.add("user@" + dotted);
        hosts.add("school.example@" + dotted);
        return hosts.stream().map(host -> "https://" + host + "/did.json");
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append((char) (c == '.' ? '\uff0e' : c - '0' + '\uff10')));
        return wide.toString();
    }

    private static Stream<String> six() {
        return Stream.of(
                "::1",
                "::",
                "0:0:0:0:0:0:0:1",
                "0000:0000:0000:0000:0000:0000:0000:0001",
                "fe80::1",
                "fe80::1%25eth0",
                "fe80::1%eth0",
                "fec0::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "ff02::1",
                "2001:db8::1",
                "2001:2::1",
                "2001:10::1",
                "100::1",
                "5f00::1",
                "3fff::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "v1.fe80::1");
    }

    private static Stream<String> names() {
        return Stream.of(
                "localhost",
                "LOCALHOST",
                "localhost.",
                "a.localhost",
                "a.LocalHost",
                "localhost.localdomain.",
                "printer.local",
                "db.internal",
                "metadata.google.internal",
                "instance-data.eu-west-1.compute.internal",
                "1.0.0.127.in-addr.arpa",
                "router.home.arpa",
                "hidden.onion",
                "name.alt",
                "name.invalid",
                "intranet",
                "db",
                "school.example.",
                "school..example",
                ".school.example",
                "-school.example",
                "school-.example",
                "school_1.example",
                "sch%6fol.example",
                "school.example%00.evil.example",
                "school.example%2f@evil.example",
                "school.example%20",
                "sch\u00f6ol.example",
                "\u2460\u2461\u2466.example",
                "school\u3002example",
                "school.ex\u00adample",
                "\uff4cocalhost",
                "127.0.0.1.1",
                "school.example.0x7f",
                "school.1",
                "0",
                "0x0",
                "a".repeat(64) + ".example",
                "a.".repeat(127) + "example",
                "school.example:0",
                "school.example:00443",
                "school.example:65536",
                "school.example:-1",
                "school.example:",
                "school.example:443:443",
                "school.example:22",
                "school.example:80",
                "school.example:6379",
                "school.example:8443",
                "school.example:+443",
                "school.example:0x1bb",
                "school.example:\u0664\u0664\u0663");
    }

    private static Stream<String> tricks() {
        return Stream.of(
                "",
                " ",
                "https",
                "https:",
                "https:/",
                "https://",
                "https:///",
                "https:///did.json",
                "https:school.example",
                "https:/school.example/did.json",
                "https:////school.example/did.json",
                "https://school.example//evil.example/did.json",
                "//school.example/did.json",
                "/did.json",
                "did.json",
                "http://school.example/did.json",
                "HTTP://school.example/did.json",
                "httpss://school.example/",
                "ftp://school.example/did.json",
                "file:///etc/passwd",
                "file://school.example/etc/passwd",
                "gopher://school.example:70/_x",
                "dict://school.example:11211/stats",
                "ldap://school.example/",
                "jar:https://school.example/a.jar!/x",
                "data:application/json,%7B%7D",
                "javascript:alert(1)",
                "ws://school.example/",
                "wss://school.example/",
                "unix:///var/run/docker.sock",
                "urn:uuid:0",
                "did:web:school.example",
                "https://user:password@school.example/",
                "https://user@school.example/",
                "https://@school.example/",
                "https://:@school.example/",
                "https://school.example@evil.example/",
                "https://school.example:443@evil.example/",
                "https://school.example\\@evil.example/",
                "https:\\\\school.example\\did.json",
                "https:/\\school.example/",
                "https://school.example\\.evil.example/",
                "https://school.example/\\evil.example",
                "https://school.example#@evil.example/",
                "https://school.example/#key-1",
                "https://school.example?@evil.example/#",
                "https://school.example /",
                "https://school.example/a b",
                " https://school.example/",
                "https://school.example/ ",
                "\thttps://school.example/",
                "https://school.example/\t",
                "https://school.example\r\nHost: evil.example/",
                "https://school.example/\r\nX: y",
                "https://school.example/%",
                "https://school.example/%zz",
                "https://school.example/\u0000",
                "https://school.example\u0000.evil.example/",
                "https://school.example/\u00fc",
                "https://school.example/<x>",
                "https://school.example/{x}",
                "https://school.example/|x",
                "https://school.example/^x",
                "https://school.example/`x`",
                "https://school.example/\"x\"",
                "https://[school.example]/",
                "https://[::1/",
                "https://::1]/",
                "https://school.example,evil.example/",
                "https://school.example;evil.example/",
                "https://school.example&evil.example/",
                "https://school.example|evil.example/",
                "https://school.example!evil.example/",
                "https://(school.example)/",
                "https://*.example/",
                "https://$HOST.example/",
                "https://${HOST}.example/",
                "https://school.example/" + "a".repeat(2_048));
    }
}
