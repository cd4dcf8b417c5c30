package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.platform.problem.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that carries a key. Its body is read once, to know which call it is, and can then be
 * read again; what was claimed for it is remembered here until it is settled.
 */
final class KeyedRequest extends HttpServletRequestWrapper {

    private @Nullable ServletInputStream replay;
    private @Nullable Claim claim;
    private @Nullable DeferredCall deferred;

    KeyedRequest(HttpServletRequest request) {
        super(request);
    }

    /**
     * Reads the whole body.
     *
     * @throws BodyTooLarge when it is longer than the limit, in bytes
     */
    byte[] readBody(int limit) throws IOException {
        byte[] body = super.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new BodyTooLarge(limit);
        }
        replay = new Replay(body);
        return body;
    }

    void claimed(Claim held) {
        claim = held;
    }

    /** Its key is to be claimed with what it does. */
    void deferred(DeferredCall call) {
        deferred = call;
    }

    Optional<DeferredCall> deferred() {
        return Optional.ofNullable(deferred);
    }

    /** It is claimed now, whatever comes of that. */
    DeferredCall takeDeferred() {
        DeferredCall call = Objects.requireNonNull(deferred, "the key was claimed before");
        deferred = null;
        return call;
    }

    Optional<Claim> claim() {
        return Optional.ofNullable(claim);
    }

    /** Nothing is left to be stored or given back. */
    void settled() {
        claim = null;
        deferred = null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return replay == null ? super.getInputStream() : replay;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Replay(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is read already");
        }
    }
}
