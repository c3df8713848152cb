package fr.pleiade.web.conformance;

import fr.pleiade.findings.Text;

/**
 * What became of one check.
 *
 * @param id the convention's id, in lower case: {@code u1}
 * @param promise what is promised
 * @param passed whether it is kept
 * @param evidence what was asked and answered
 */
record Outcome(String id, Text promise, boolean passed, String evidence) {}
