package fr.pleiade.inbox;

import java.time.LocalDate;

/** How often something was used in one way on one day, by UTC. */
public record DailyUse(LocalDate day, Use use, long count) {}
