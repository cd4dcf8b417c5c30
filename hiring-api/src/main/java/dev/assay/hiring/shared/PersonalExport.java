package dev.assay.hiring.shared;

/** Takes what is held of a person, one file after another, without keeping it. */
public interface PersonalExport {

    /**
     * One file below the holder's folder, byte for byte.
     *
     * @param name a relative path of letters, digits, dots, hyphens and slashes; never personal
     *     data
     */
    void file(String name, byte[] content);

    /** One file of JSON. */
    void json(String name, Object content);
}
