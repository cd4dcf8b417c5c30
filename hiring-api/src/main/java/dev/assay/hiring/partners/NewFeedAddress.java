package dev.assay.hiring.partners;

/**
 * An address that was just made, with what it is, which is shown this once.
 *
 * @param path where the file lies, on this installation: whoever knows it fetches it
 */
public record NewFeedAddress(FeedAddress address, String path) {

    /** Without the path. */
    @Override
    public String toString() {
        return "NewFeedAddress[" + address.id() + "]";
    }
}
