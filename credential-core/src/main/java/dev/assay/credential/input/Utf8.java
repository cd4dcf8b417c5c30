package dev.assay.credential.input;

/** Well-formed UTF-8 by table 3-7 of the Unicode Standard. */
final class Utf8 {

    private Utf8() {}

    static boolean isWellFormed(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end) {
            int lead = bytes[i++];
            if (lead < 0) {
                int more = following(lead & 0xff);
                if (more == 0 || i + more > end || !isContinued(bytes, i, more, lead & 0xff)) {
                    return false;
                }
                i += more;
            }
        }
        return true;
    }

    private static int following(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 1;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 2;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    }

    private static boolean isContinued(byte[] bytes, int at, int more, int lead) {
        int first = bytes[at] & 0xff;
        int least =
                switch (lead) {
                    case 0xe0 -> 0xa0; // shorter forms exist
                    case 0xf0 -> 0x90;
                    default -> 0x80;
                };
        int most =
                switch (lead) {
                    case 0xed -> 0x9f; // halves of characters
                    case 0xf4 -> 0x8f; // beyond the last character
                    default -> 0xbf;
                };
        if (first < least || first > most) {
            return false;
        }
        for (int i = at + 1; i < at + more; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
