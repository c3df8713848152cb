package fr.pleiade.web.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThingPagesTest {
    private static final String BASE = "https://a.example/";

    @TempDir
    Path folder;

    @Test
    void eachThingIsOnOnePageInOrder() throws IOException {
        ThingPages pages = pages("""
                <https://a.example/catalog> <p:p> "before" <g:g> .
                <https://a.example/id/t/1#part> <p:p> "a fragment" <g:g> .
                <https://a.example/id/t/1> <p:p> "one" <g:g> .
                <https://a.example/id/t/1> <p:q> "one, again" <g:g> .
                <https://a.example/id/t/2> <p:p> "two" <g:g> .
                <https://a.example/id/t/3> <p:p> "three \\u00e9 é" <g:g> .
                <https://a.example/id/t/3#part> <p:p> "a fragment" <g:g> .
                <https://a.example/id/t/4#part> <p:p> "a fragment of nothing" <g:g> .
                <https://a.example/id/t/é> <p:p> "five" <g:g> .
                <https://a.example/zzz> <p:p> "behind" <g:g> .
                <https://z.example/id/t/9> <p:p> "elsewhere" <g:g> .
                """);
        assertThat(pages.count()).isEqualTo(2);
        assertThat(things(pages, 1)).containsExactly(BASE + "id/t/1", BASE + "id/t/2");
        assertThat(things(pages, 2)).containsExactly(BASE + "id/t/3", BASE + "id/t/é");
    }

    @Test
    void aFullLastPageIsTheLast() throws IOException {
        ThingPages pages = pages("""
                <https://a.example/id/t/1> <p:p> "one" <g:g> .
                <https://a.example/id/t/2> <p:p> "two" <g:g> .
                """);
        assertThat(pages.count()).isEqualTo(1);
        assertThat(things(pages, 1)).containsExactly(BASE + "id/t/1", BASE + "id/t/2");
    }

    @Test
    void aGraphWithoutThingsHasNoPage() throws IOException {
        assertThat(pages("").count()).isZero();
        assertThat(pages("<https://a.example/catalog> <p:p> \"x\" <g:g> .\n").count())
                .isZero();
        assertThat(pages("<https://a.example/id/t/1#part> <p:p> \"x\" <g:g> .\n")
                        .count())
                .isZero();
        assertThat(pages("_:b <p:p> \"x\" <g:g> .\n").count()).isZero();
    }

    private ThingPages pages(String nquads) throws IOException {
        return ThingPages.of(Files.writeString(folder.resolve("g.nq"), nquads), BASE, 2);
    }

    private static List<String> things(ThingPages pages, int page) throws IOException {
        List<String> things = new ArrayList<>();
        pages.give(page, things::add);
        return things;
    }
}
