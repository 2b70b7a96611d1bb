package org.corridor.notification.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.8.9.1",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        // IPv6: unspecified, loopback, unique local, link-local, site-local, multicast
        "::",
        "::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        // NAT64, its local form, discard, documentation, Teredo, 6to4 and SRv6
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1",
      })
  void whatIsKeptForASpecialPurposeIsNotPublic(String address) throws UnknownHostException {
    assertThat(PublicAddresses.contain(bytes(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "128.0.0.1",
        "169.253.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2a00::1",
        "2001:200::1",
        "2003::1",
        "3ffe::1",
      })
  void whatIsRoutedGloballyIsPublic(String address) throws UnknownHostException {
    assertThat(PublicAddresses.contain(bytes(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // ::ffff:127.0.0.1, ::ffff:8.8.8.8 and ::8.8.8.8, of which Java would make IPv4 addresses
        "00000000000000000000ffff7f000001",
        "00000000000000000000ffff08080808",
        "00000000000000000000000008080808",
      })
  void anIpv4AddressInAnIpv6AddressIsNotPublic(String hex) {
    assertThat(PublicAddresses.contain(HexFormat.of().parseHex(hex))).isFalse();
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PublicAddresses.contain(new byte[5]));
  }

  private static byte[] bytes(String address) throws UnknownHostException {
    return InetAddress.getByName(address).getAddress();
  }
}
