package fr.pleiade.web.conformance;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * One request that shows whether a promise is kept.
 *
 * @param promise what it shows
 * @param path what is asked for, without the slash at its beginning
 * @param isKept whether the answer is as promised
 * @param headers of the request: a name and its value, or nothing
 */
record Check(Promise promise, String path, Predicate<Probe.Answer> isKept, List<String> headers) {
    Check {
        headers = List.copyOf(headers);
    }

    /** Asks; a site that does not answer has not kept its promise. */
    Outcome make(Probe probe) {
        String asked = "GET /" + path + (headers.isEmpty() ? "" : " (" + headers.get(0) + ": " + headers.get(1) + ")");
        try {
            Probe.Answer answer = probe.get(path, headers.toArray(String[]::new));
            String evidence = "%s → %d %s"
                    .formatted(
                            asked,
                            answer.status(),
                            answer.header("Content-Type").orElse(""));
            return new Outcome(promise, isKept.test(answer), evidence.strip());
        } catch (UncheckedIOException e) {
            return new Outcome(promise, false, asked + " → no answer");
        }
    }
}
