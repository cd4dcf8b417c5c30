package dev.assay.credential.report;

/** Formats that are recognised, and whether they are verified. */
public enum CredentialFormat {
    OPEN_BADGES_3("open-badges-3", true),
    VERIFIABLE_CREDENTIAL("verifiable-credential", true),
    OPEN_BADGES_2("open-badges-2", true),
    CLR_2("clr-2", true),
    SD_JWT_VC("sd-jwt-vc", true),
    LER_RS("ler-rs", true),
    BLOCKCERTS("blockcerts", false),
    EUROPEAN_DIGITAL_CREDENTIAL("european-digital-credential", false),
    UNKNOWN("unknown", false);

    private final String wireName;
    private final boolean supported;

    CredentialFormat(String wireName, boolean supported) {
        this.wireName = wireName;
        this.supported = supported;
    }

    public String wireName() {
        return wireName;
    }

    public boolean supported() {
        return supported;
    }
}
