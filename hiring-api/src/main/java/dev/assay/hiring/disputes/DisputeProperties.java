package dev.assay.hiring.disputes;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param answerWithin how long the employer has to answer
 */
@ConfigurationProperties("assay.disputes")
@Validated
record DisputeProperties(@DefaultValue("30d") @NotNull Duration answerWithin) {

    @AssertTrue(message = "an answer has to be due in a day or more")
    boolean isSometime() {
        return answerWithin.compareTo(Duration.ofDays(1)) >= 0;
    }
}
