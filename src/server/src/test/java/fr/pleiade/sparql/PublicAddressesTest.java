package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class PublicAddressesTest {
    @Test
    void p5_aNameThatAlsoMeansThisMachineIsRefused() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("127.0.0.1")};
        PublicAddresses addresses = new PublicAddresses(host -> both);
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> addresses.resolve("rebound.example"));
    }
}
