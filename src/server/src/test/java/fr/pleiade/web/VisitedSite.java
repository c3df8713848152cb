package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds of each site of which all pages are visited. */
interface VisitedSite {
    Crawl crawl();

    @Test
    default void noAddressIsDead() {
        assertThat(crawl().visits()).hasSizeGreaterThan(500);
        assertThat(crawl().dead()).isEmpty();
    }

    @Test
    default void eachFragmentIsAPlaceOnThePage() {
        assertThat(crawl().lostFragments()).isEmpty();
    }

    @Test
    default void noRawValueStandsOutsideOfTheDataBlock() {
        assertThat(crawl().rawValues()).isEmpty();
    }
}
