package fr.pleiade.web.conformance;

/**
 * What became of one check.
 *
 * @param promise what is promised
 * @param passed whether it is kept
 * @param evidence what was asked and answered
 */
record Outcome(Promise promise, boolean passed, String evidence) {}
