package dev.assay.hiring.platform.privacy;

import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Seals the few secrets that belong to no employer, directly under the master key. */
@Component
public class PlatformVault {

    private final MasterKey master;

    PlatformVault(PrivacyProperties properties) {
        this.master = MasterKey.read(properties.masterKeyFile());
    }

    /**
     * @param context what it is, such as {@code signing-key/z6Mk…}: it opens as nothing else
     */
    public byte[] seal(byte[] secret, String context) {
        return master.wrap(secret, context);
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when its master key is gone, or it was altered or moved
     */
    public byte[] open(byte[] sealed, String context) {
        return master.unwrap(sealed, context);
    }

    /**
     * Whether another master key than the one in use sealed it, so that it is to be sealed anew.
     */
    public boolean isOutdated(byte[] sealed) {
        byte[] fingerprint = Arrays.copyOf(sealed, MasterKey.FINGERPRINT_BYTES);
        return !Arrays.equals(fingerprint, master.fingerprint());
    }
}
