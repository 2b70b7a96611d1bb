package org.corridor.notification.domain.webhook;

import java.util.List;

/**
 * Which addresses of the internet may be called: those that are routed globally. Everything that
 * IANA keeps for a special purpose is not, so that nobody reaches what is around this server by
 * having it called.
 */
public final class PublicAddresses {

  private static final int IPV4 = 4;
  private static final int IPV6 = 16;

  /** IANA IPv4 Special-Purpose Address Registry, with multicast. */
  private static final List<Block> NOT_PUBLIC_IPV4 =
      List.of(
          Block.of(8, 0),
          Block.of(8, 10),
          Block.of(10, 100, 64),
          Block.of(8, 127),
          Block.of(16, 169, 254),
          Block.of(12, 172, 16),
          Block.of(24, 192, 0, 0),
          Block.of(24, 192, 0, 2),
          Block.of(24, 192, 88, 99),
          Block.of(16, 192, 168),
          Block.of(15, 198, 18),
          Block.of(24, 198, 51, 100),
          Block.of(24, 203, 0, 113),
          Block.of(4, 224),
          Block.of(4, 240));

  /** Global unicast; mapped, NAT64, unique local, link-local and multicast ones lie outside. */
  private static final Block GLOBAL_IPV6 = Block.of(3, 0x20);

  private static final List<Block> NOT_PUBLIC_IPV6 =
      List.of(
          // protocol assignments, Teredo and ORCHID among them
          Block.of(23, 0x20, 0x01, 0x00),
          Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
          // 6to4, which leads to an IPv4 address
          Block.of(16, 0x20, 0x02),
          Block.of(20, 0x3f, 0xff, 0x00));

  private PublicAddresses() {}

  /** The first bits of an address. */
  private record Block(int bits, List<Integer> bytes) {

    static Block of(int bits, Integer... bytes) {
      return new Block(bits, List.of(bytes));
    }

    boolean contains(byte[] address) {
      for (var bit = 0; bit < bits; bit++) {
        var place = bit / Byte.SIZE;
        var mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
        var known = place < bytes.size() ? bytes.get(place) : 0;
        if ((address[place] & mask) != (known & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param address of four or sixteen bytes, the first one first
   */
  public static boolean contain(byte[] address) {
    return switch (address.length) {
      case IPV4 -> NOT_PUBLIC_IPV4.stream().noneMatch(block -> block.contains(address));
      case IPV6 ->
          GLOBAL_IPV6.contains(address)
              && NOT_PUBLIC_IPV6.stream().noneMatch(block -> block.contains(address));
      default -> throw new IllegalArgumentException("not an address: " + address.length + " bytes");
    };
  }
}
