package dev.assay.trainingcost;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of everything an estimate depends on. It walks the records, so an input added later
 * cannot be forgotten; a type it does not know is a defect and fails.
 */
final class InputDigest {

    private final StringBuilder text = new StringBuilder();

    private InputDigest() {}

    static String of(String engineVersion, Record request) {
        var digest = new InputDigest();
        digest.write(engineVersion);
        digest.write(request);
        return "sha-256:" + digest.hash();
    }

    private String hash() {
        try {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> text.append('-');
            case String s -> text.append(s.length()).append('"').append(s);
            case Double d -> text.append('d').append(Double.toHexString(d));
            case Integer i -> text.append('i').append(i.intValue());
            case Long l -> text.append('l').append(l.longValue());
            case Enum<?> e -> text.append('e').append(e.name());
            case LocalDate date -> text.append('t').append(date);
            case BigDecimal number ->
                    text.append('n').append(number.stripTrailingZeros().toPlainString());
            case CurrencyUnit currency -> text.append('c').append(currency.getCurrencyCode());
            case Record parts -> writeParts(parts);
            case Collection<?> items -> writeAll(items);
            case Map<?, ?> map -> {
                writeAll(map.keySet());
                writeAll(map.values());
            }
            default -> throw new IllegalStateException("cannot digest " + value.getClass());
        }
        text.append(';');
    }

    private void writeAll(Collection<?> items) {
        text.append('[').append(items.size()).append(':');
        items.forEach(this::write);
    }

    private void writeParts(Record parts) {
        text.append('{').append(parts.getClass().getSimpleName()).append(':');
        for (var component : parts.getClass().getRecordComponents()) {
            text.append(component.getName()).append('=');
            try {
                write(component.getAccessor().invoke(parts));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }
}
