package dev.assay.hiring.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Keeps what is logged, at the level production logs at, with every stack trace. */
public final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Starts to watch. */
    public static LogWatch begin() {
        LogWatch watch = new LogWatch();
        watch.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        watch.start();
        watch.root.setLevel(Level.INFO);
        watch.root.addAppender(watch);
        return watch;
    }

    /** Everything so far. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(
                event.getLevel()
                        + " "
                        + event.getLoggerName()
                        + " "
                        + event.getMDCPropertyMap()
                        + " "
                        + event.getFormattedMessage()
                        + "\n"
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
        stop();
    }
}
