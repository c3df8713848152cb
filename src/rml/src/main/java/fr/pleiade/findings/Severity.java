package fr.pleiade.findings;

/**
 * How much a finding matters, from least to most; the order is that of {@link #compareTo}.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#severity">SHACL, section 2.1.4</a>, whose Info, Warning and Violation these are
 */
public enum Severity {
    /** Worth knowing; nothing is missing from what is published. */
    INFO,
    /** A value was left out or a link could not be made; the rest of its row is published. */
    WARNING,
    /** A whole thing is missing or wrong: the publisher must act. */
    ERROR
}
