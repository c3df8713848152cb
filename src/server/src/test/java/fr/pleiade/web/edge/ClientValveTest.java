package fr.pleiade.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, when a proxy asks for somebody; addresses of the documentation ranges of RFC 5737 and RFC 3849. */
class ClientValveTest {
    private final ClientValve valve =
            new ClientValve(new Networks(List.of("127.0.0.0/8", "::1", "10.0.0.0/8", "2001:db8:ffff::/48")));

    @ParameterizedTest(name = "from {0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "127.0.0.1 | '198.51.100.9, 203.0.113.7' | 203.0.113.7",
                "127.0.0.1 | '198.51.100.9, 203.0.113.7, 10.1.2.3' | 203.0.113.7",
                "127.0.0.1 | '127.0.0.1, 10.1.2.3' | 127.0.0.1",
                "::1 | 203.0.113.7 | 203.0.113.7",
                "192.0.2.5 | 203.0.113.7 | 192.0.2.5",
                "127.0.0.1 | '' | 127.0.0.1",
                "127.0.0.1 | unknown | 127.0.0.1",
                "127.0.0.1 | 'evil.example, 203.0.113.7' | 203.0.113.7",
                "127.0.0.1 | 'evil.example' | 127.0.0.1",
                "127.0.0.1 | '2001:db8:1:2:3:4:5:6' | 2001:db8:1:2:0:0:0:0/64",
                "127.0.0.1 | '[2001:db8:1:2::9]' | 2001:db8:1:2:0:0:0:0/64",
                "127.0.0.1 | '::ffff:203.0.113.7' | 203.0.113.7",
                "2001:db8:ffff::5 | '2001:db8:1:2::9' | 2001:db8:1:2:0:0:0:0/64",
                "2001:db8:1:2:aaaa::1 | '' | 2001:db8:1:2:0:0:0:0/64",
            })
    void theRightmostAddressThatIsNoProxyIsTheClient(String peer, String forwarded, String client) {
        assertThat(valve.client(peer, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void linesOfTheFieldAreOneList() {
        assertThat(valve.client("127.0.0.1", List.of("198.51.100.9", "203.0.113.7", "10.1.2.3")))
                .isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0", "", "10.0.0.0/8/8", "2001:db8::/129", "*"})
    void aNetworkThatIsNoneIsRefusedByName(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Networks(List.of(network)))
                .withMessageContaining("'" + network + "'")
                .withMessageContaining("10.0.0.0/8");
    }
}
