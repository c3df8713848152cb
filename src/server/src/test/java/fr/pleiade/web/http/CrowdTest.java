package fr.pleiade.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void oneClientHasNoMoreThanItsShare() {
        Crowd crowd = new Crowd(10, 2);
        Crowd.Place first = crowd.enter("a").orElseThrow();
        crowd.enter("a").orElseThrow();
        assertThat(crowd.enter("a")).isEmpty();
        assertThat(crowd.enter("b")).isPresent();
        first.close();
        assertThat(crowd.enter("a")).isPresent();
    }

    @Test
    void allTogetherHaveNoMoreThanThereAre() {
        Crowd crowd = new Crowd(2, 2);
        crowd.enter("a").orElseThrow();
        Crowd.Place second = crowd.enter("b").orElseThrow();
        assertThat(crowd.enter("c")).isEmpty();
        assertThat(crowd.isFull()).isTrue();
        second.close();
        assertThat(crowd.enter("c")).isPresent();
    }
}
