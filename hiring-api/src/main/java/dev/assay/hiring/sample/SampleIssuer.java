package dev.assay.hiring.sample;

import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.hiring.shared.Sha256;

/**
 * The invented organisations that award the sample's badges. Their keys follow from their names, so
 * that a sample that was interrupted goes on with the same ones. That makes the keys public: what
 * they sign means something in the sample only.
 */
enum SampleIssuer {
    NORTHGATE("Northgate Polytechnic", "northgate-polytechnic.example"),
    TESSERA("Tessera Examinations", "tessera-examinations.example"),
    MERIDIAN("Meridian Skills Guild", "meridian-skills.example"),
    LAKESHORE("Lakeshore Data School", "lakeshore-data.example"),
    OPENBENCH("Openbench Academy", "openbench.example"),
    QUICKCERT("QuickCert Direct", "quickcert.example"),
    /** In nobody's registry: what becomes of its badges when it gets there is the tour's point. */
    BLUEWATER("Bluewater Bootcamp", "bluewater-bootcamp.example");

    private final String displayName;
    private final String domain;
    private final Ed25519SigningKey key;

    SampleIssuer(String displayName, String domain) {
        this.displayName = displayName;
        this.domain = domain;
        this.key = Ed25519SigningKey.fromSeed(seed(displayName));
    }

    String displayName() {
        return displayName;
    }

    /** The did:key it signs as. */
    String id() {
        return key.didKey();
    }

    Ed25519SigningKey key() {
        return key;
    }

    OpenBadgeIssuer badges() {
        return OpenBadgeIssuer.create(key, displayName);
    }

    /** An address of this organisation. */
    String address(String path) {
        return "https://" + domain + "/" + path;
    }

    private static byte[] seed(String name) {
        return Sha256.of("assay sample issuer: " + name);
    }
}
