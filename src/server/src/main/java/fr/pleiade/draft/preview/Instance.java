package fr.pleiade.draft.preview;

import fr.pleiade.findings.Text;

/**
 * A row that is worth a look.
 *
 * @param number which row it is, from 1, header not counted
 * @param why what it shows
 */
public record Instance(long number, Text why) {}
