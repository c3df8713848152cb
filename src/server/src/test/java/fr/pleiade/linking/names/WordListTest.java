package fr.pleiade.linking.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class WordListTest {
    private static WordList of(Iterable<String> words) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (String word : words) {
                    Document document = new Document();
                    document.add(new StringField("word", word, Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return WordList.of(reader, "word");
            }
        }
    }

    private static List<String> like(WordList list, String word, int slips) {
        return list.like(word, slips, 100).stream().map(WordList.Like::word).toList();
    }

    @Test
    void wordsWithASlipAreFoundTheLikestFirst() throws IOException {
        WordList list =
                of(List.of("lyon", "lyons", "lion", "leon", "ylon", "bernard", "bernrad", "bernards", "berger"));
        assertThat(like(list, "lyno", 1)).containsExactly("lyon"); // two letters changed places
        assertThat(like(list, "lyon", 1)).containsExactly("leon", "lion", "lyons"); // itself is no slip
        assertThat(like(list, "bernrad", 2)).containsExactly("bernard", "bernards"); // a swap, then a swap and a letter
        assertThat(like(list, "zzzz", 2)).isEmpty();
        assertThat(list.like("bernrad", 2, 1)).hasSize(1);
    }

    @Test
    void noWordIsPassedOver() throws IOException {
        long seed = 20_261_126;
        Random random = new Random(seed);
        TreeSet<String> words = new TreeSet<>();
        while (words.size() < 2000) {
            words.add(random.ints(3 + random.nextInt(6), 0, 4)
                    .mapToObj(i -> "abcé".substring(i, i + 1))
                    .collect(Collectors.joining()));
        }
        WordList list = of(words);
        for (int i = 0; i < 200; i++) {
            String asked = words.stream()
                    .skip(random.nextInt(words.size()))
                    .findFirst()
                    .orElseThrow();
            int slips = 1 + i % 2;
            List<String> expected = words.stream()
                    .filter(word -> word.charAt(0) == asked.charAt(0) && !word.equals(asked))
                    .filter(word -> Comparison.slips(asked, word, slips) <= slips)
                    .toList();
            assertThat(list.like(asked, slips, 2000).stream().map(WordList.Like::word))
                    .as("%s with %d slips, seed %d", asked, slips, seed)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
